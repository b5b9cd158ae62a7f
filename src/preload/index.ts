import { ipcRenderer } from 'electron';

// The page asks for its port when it is ready, and gets one end of a channel; the program gets the other end.
// Nothing else of Electron reaches the page.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'baton:ready') return;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage('baton:connect', null, [port1]);
  window.postMessage('baton:port', window.location.origin, [port2]);
});
