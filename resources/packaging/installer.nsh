; Links such as baton://lead/7 open the program. Both go to the registry of whom it is installed for.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\baton" "" "URL:Baton"
  WriteRegStr SHELL_CONTEXT "Software\Classes\baton" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\baton\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\baton\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\baton"
!macroend
