/**
 * What the words of a sales reply are about, whatever the language: the model learns from "not … interest" in
 * one language what it means in the others.
 */
export type Concept =
  // How something is said
  | 'not'
  | 'noMore'
  | 'but'
  | 'maybe'
  | 'yes'
  | 'thanks'
  | 'sorry'
  | 'greet'
  | 'ask'
  // Who
  | 'i'
  | 'we'
  | 'you'
  | 'they'
  // Meeting
  | 'meet'
  | 'talk'
  | 'demo'
  | 'book'
  | 'visit'
  | 'weekday'
  | 'dayPart'
  | 'near'
  | 'fit'
  | 'free'
  // Going on
  | 'interest'
  | 'interesting'
  | 'go'
  | 'offer'
  | 'try'
  | 'buy'
  | 'want'
  // Asking
  | 'price'
  | 'info'
  | 'refs'
  | 'tech'
  | 'brochure'
  | 'send'
  | 'read'
  // Later
  | 'later'
  | 'season'
  | 'again'
  | 'now'
  | 'budget'
  | 'busy'
  | 'until'
  | 'early'
  | 'away'
  // Somebody else
  | 'colleague'
  | 'responsible'
  | 'contact'
  | 'department'
  | 'forwarded'
  // No
  | 'stop'
  | 'already'
  | 'supplier'
  | 'content'
  | 'relevant'
  | 'decline'
  | 'spam'
  | 'inHouse'
  | 'luck'
  // Gone
  | 'left'
  | 'company'
  | 'work'
  | 'changed'
  | 'former'
  | 'successor'
  | 'update'
  | 'retired'
  // Off the list
  | 'unsubscribe'
  | 'list'
  | 'remove'
  | 'data'
  | 'object'
  | 'advert'
  | 'receive'
  // Nothing of that
  | 'who'
  | 'whence'
  | 'think'
  | 'discuss'
  | 'got'
  | 'broken'
  | 'robot'
  | 'met';

/**
 * One language's words for each concept, separated by spaces, as they are written: `meet*` stands for every
 * word that begins so, `call_me` for two words in a row. `common` are the words that tell the language.
 */
export type ConceptTable = Readonly<Record<Concept | 'common', string>>;
