/** Ordinary English words of sales mails that may begin a sentence or stand in a title, and are no names. */
const ENGLISH = `
a about above access account across act add after again against all almost along already also although always am
among an and another answer any anyone anything apart appreciate are around as ask asking at attached away back
based be because become been before began begin behind being below best better between beyond big book both brief
briefly bring brochure budget build business busy but buyer by calendar call can cannot care case cases
challenge challenges chance change changes chat check choose clear client clients close colleague colleagues come
comes companies company concern concerns congratulations connect connecting consider contact control cost costs
could curious current currently customer customers data date day days dear decide demo despite did different
direct do does doing done down due during each earlier early easier easy either electric else email end enjoy
enough especially even ever every everyone everything example expect experience explore far fast feel feeling few
final finally find fine first five fleet follow following for forget four free from full further future get
getting give given giving glad go going good got great greetings growing growth guess had half happy hard has have
having he hear hello help helpful helping helps hence her here hey hi his hope hoping hours how however i idea ideas if
imagine important improve in include including industry information inside instead interest interested into is it
its itself join just keep keeping kind kindly know known large last late later latest lead learn least leave left
less let like likely line list little long longer look looking lot lots made main make makes making manage manager
many market marketing matter may maybe me mean meanwhile meet meeting meetings message might minute minutes money
month months more most move much must my name near need needs never new next nice no nobody none nor not note
nothing now of off offer offering often ok okay on once one only open operator operators or order other others our
out over overview own page part partner partners past peace people perhaps person phone place plan planning plans
platform please point points possible practical price problem problems process product products project projects
proposal protect provide put question questions quick quickly quiet quite rather reach reaching read ready real
really reason reasons recent recently reduce regarding regards reliable remember remind reminder reply request
response results right risk risks running safe sales same save say schedule second secure security see seeing seem
send sending sense sent service services several shall share she short should show side simple simply since
sincerely sir small so software solution solutions some someone something sometimes soon sorry sound sounds
speak spend start starting state stay step steps still stop story subject such suggest suit suits support sure
system systems take taking talk talking team teams technical technology tell than thank thanks that the their them
then there these they thing things think thinking this those though thought thoughts three through time times tiny
to today together tomorrow too topic touch towards trial tried true try trying turn two typical unable under
understand unfortunately unless until up update upon us use used useful user users using usually value various
very view visit wait want wanted warm was watch way ways we website week weeks welcome well were what whatever
when whenever where whether which while who whole whom whose why will wish with within without wondering word
words work worked working works worry worth would write writing year years yes yesterday yet you your yours
yourself cheers appreciated looking hopefully likewise speaking happy feel ps intro introduction invitation demo
depending delivery details detail energy engineering equipment event evening field figures file finance firm
fair forward freight general goal goals group guide hardware health home honest honestly idea installation
insight insights integration internet invoice issue issues job key label language legal level library license
life light limited link live load local location logistics loss low machine mail maintenance man management
manufacturing map material media medical member memory method mind mobile model modern monitoring morning network
news notice number numbers objective offices office old online operations opinion opportunity option options
organisation organization outcome pack package paper path pay payment performance period permission picture pilot
plant plenty policy post potential power practice press pressure print priority privacy private production
professional profit program progress promise proof property public purchase purpose quality rate record recording
region relevant renewal rental report reports research resource resources response responsible rest result return
review revenue road role roof room rule run safety sample saving science screen search season section sector send
session set setting shipping shop signal site size skill social solar solid sort source space special specialist
spring staff stage standard standing station statement storage strategy strong study style success summer supplier
suppliers supply survey switch table target task tax template test testing text title tool tools top total tour
trade traffic training transfer transition transport travel trust type unit value vehicle vehicles version video
voice volume warehouse warranty waste water weather wind winter workflow workshop yours charging cyber bees honey
hives inspection inspections compliance audit audits automation analytics apologies allow allowing as best case
`;

/** German words that begin sentences and are no nouns. */
const GERMAN = `
ab aber alle allem allen aller alles als also am an andere anbei auch auf aus außerdem bei beim bereits besonders
besser bevor bis bitte da dabei dafür daher dahinter damit danach daneben dank danke dann daran darauf daraus darf
darin darüber darum das dass davon davor dazu dein dem den denn der deren des deshalb dessen die dies diese diesem
diesen dieser dieses doch dort durch eben ein eine einem einen einer eines einfach einige einmal er erst es etwa
etwas euch euer falls fast finden freundliche freundlichen für ganz gar geben geht gern gerne gibt gute guten guter
gutes haben hallo hat hatte hatten herzliche herzlichen hier hiermit hinter ich ihm ihn ihnen ihr ihre ihrem ihren
ihrer ihres im immer in ins ist ja je jede jedem jeden jeder jedes jedoch jemand jetzt kann kein keine keinen keiner
klingt können könnte könnten kurz kurze lassen leider lieber liebe machen mag man mancher mehr mein meine meinem
meinen meiner melden mit möchte möchten mögen muss müssen nach nachdem nächste nächsten natürlich neben nein neu
neue neuen nicht nichts nie noch nun nur ob oder oft ohne passt passen per schade schauen schicken schon schreiben
schreibt sehr sehen sei sein seine seit seitdem selbst sende senden sich sicher sie sind so sobald sogar solche soll
sollen sollte sollten sondern sonst sowie statt stets teilen trotz trotzdem über übrigens um und uns unser unsere
unserem unseren unserer unter viel viele vielen vielleicht vom von vor vorab wann war waren warum was weil weiter
weitere weiterhin welche welchen welcher welches wenig wenn wer werden weshalb wie wieder wir wird wissen wo wobei
wofür womit worauf worum wozu würde würden zu zuerst zudem zum zur zusätzlich zwischen sehr geehrte geehrter
beste besten schöne schönen schönes schöner viele wäre wären helfen hilft bieten bietet zeige zeigen rufen sprechen antworten
wünsche bleiben bleibt dürfen dürfte passt spielt klingt kommt lohnt macht steht stehen bleibt besteht hätte hätten darf gestern heute morgen letzte letzten meist momentan nochmals rund schnell
`;

/** Heads of German nouns: a longer noun may end in one. */
const GERMAN_NOUNS = `
abend ablauf absage absatz abschluss abteilung adresse akku alltag amt analyse anbieter anfang anfrage angebot angriff
anhang anlage anliegen anruf ansatz ansprechpartner anspruch antrag antwort anwender anwendung arbeit arbeitgeber art
artikel aspekt aufgabe aufwand auftrag ausfall auskunft ausgabe ausrüstung auswahl auto automobil bahn band bank batterie
bau bedarf beginn beispiel beitrag bereich bericht beruf berg besuch betreff betreiber betrieb bienen bild blick boden
branche brief broschüre budget buch büro chance chef code daten datum dauer dialog dienst diensten ding dokument
druck ebene effekt ehre eindruck einblick einfluss einkauf einsatz einstieg element ende energie entscheider ergebnis
erfolg erinnerung ersatz fahrer fahrt fahrzeug fall farbe fehler feld fest finanzen firma fläche flotte folge form format
forscher frage frau freude freund frist funktion fuß garten gast gebäude gebiet gedanke gefahr gefühl gegenteil geld
geduld gelegenheit genau gerät gesellschaft gespräch gesundheit gewerbe gewinn grad grenze größe grund gruppe gruß grüße
halle hand handel handwerk haus heft heim hilfe himmel hinweis hoffnung honig idee imker impuls industrie info inhalt
interesse jahr kalender kampagne kanal kapital karte kauf kenntnis kette kind klarheit klima knopf kollege kollegen
kollegin kommentar kontakt konto konzept kopf kopie kosten kraft krankheit kreis kunde kunden kundin kurs laden ladepunkt
lage lager land last lauf leben lehre leistung leiter leute licht lieferant liste logistik lohn lösung lust macht mail
mal mangel mann mappe marke markt maschine maß material medien meinung menge mensch methode miete minute mitarbeiter
mitglied mittag mittel moment monat morgen motor mühe nachmittag nachricht nacht name natur netz neuigkeit niveau not
nummer nutzen nutzer ohr ordner ort paket papier partner pause person personal pfad pflege pflicht phase pilot plan
platz plattform plus politik post praxis preis problem produkt profil programm projekt prozess prüfer punkt qualität
quelle rahmen rat raum recht rechner rede regel reihe reise rest richter risiko rolle rück rückfrage rückmeldung ruf
ruhe sache saison satz schaden schiff schluss schnitt schritt schrift schule schutz schwer seite server sicht sinn
skizze software sommer sorge spaß speicher sprache stadt stand standort start station status stelle steuer stichwort
stil stimme stoff strategie straße strom struktur stück studie stufe stunde suche summe system tag tabelle takt
tat team technik teil teilnehmer telefon telefonat termin test text thema themen tier tipp tisch titel ton tool
transport trend typ überblick uhr uhrzeit umfang umfeld umsatz umwelt unterlagen unternehmen unternehmer ursache urlaub
verband verbrauch verein verfahren vergleich verkehr verkauf verlauf verlust vermögen verständnis versuch vertrag
vertreter vertrieb verzug vorgang vorhaben vorschlag vorsprung vorteil vortrag ware wandel wahl wasser weg weise welt
werk wert wesen wetter wettbewerb wiedersehen wille wind winter wirkung wissen woche wochen wohl wort wunsch
zahl zeile zeit zeitfenster zeitraum zentrum ziel zins zufall zug zugang zugriff zukunft zusage zusammenhang zustand
zweck zweifel zeilen freuen verfügung rückruf austausch einladung unterstützung vorstellung ansprechpartnerin herren
damen herr grüßen eindrücke wege tage jahre stunden minuten termine vorteile kosten fragen ideen punkte ziele
`;

/** What has a capital wherever it stands and names nobody. */
const CAPITALS = `
i i'm i'd i'll i've ok ps rsvp mr mrs ms dr prof mag dipl ing monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mon tue wed thu fri english german french
spanish italian dutch portuguese european deutsch englisch französisch european ceo cto cfo coo cio hr it crm erp api
faq pdf kpi roi b2b b2c saas ai ki asap fyi tba re fw aw wg url sms tv pc usb gps id ip www http https sie ihnen ihr
ihre ihrem ihren ihrer ihres du dir dich dein deine euch frau herr
`;

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const ORDINARY_ENGLISH = listOf(ENGLISH);
export const ORDINARY_GERMAN = listOf(GERMAN);
export const NEVER_A_NAME = listOf(CAPITALS);
const NOUNS = listOf(GERMAN_NOUNS);

const GERMAN_ENDING =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ment|mente|ments|nis|nisse|nissen|ismus|ierer|ling|linge|anz|enz|enzen|ieren|igkeit)$/u;
const ENGLISH_ENDING = /(?:ing|ly|tion|tions|ment|ments|ness|ful|able)$/u;
/** The shortest head that a longer noun may end in. */
const LEAST_HEAD = 4;
const LEAST_STEM = 5;

/** Whether a German word, lower case, is an ordinary noun: a known one, one of its forms, or a longer one that ends in it. */
export function isGermanNoun(word: string): boolean {
  if (GERMAN_ENDING.test(word) && word.length > LEAST_STEM) return true;
  return formsOf(word).some((form) => NOUNS.has(form) || endsInNoun(form));
}

/** Whether an English word, lower case, is an ordinary one or has the ending of one. */
export function isOrdinaryEnglish(word: string): boolean {
  if (ORDINARY_ENGLISH.has(word)) return true;
  if (word.length > LEAST_STEM && ENGLISH_ENDING.test(word)) return true;
  return ['s', 'es', 'd', 'ed', 'r', 'er'].some(
    (ending) => word.endsWith(ending) && ORDINARY_ENGLISH.has(word.slice(0, -ending.length)),
  );
}

function formsOf(word: string): readonly string[] {
  const endings = ['', 's', 'es', 'e', 'n', 'en', 'er', 'ern', 'in', 'innen'];
  return endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, word.length - ending.length));
}

function endsInNoun(word: string): boolean {
  for (let at = 2; at <= word.length - LEAST_HEAD; at += 1) {
    if (NOUNS.has(word.slice(at))) return true;
  }
  return false;
}
