/** Words that stand before an address and are nobody's name, folded. */
const NO_NAME =
  /^(?:please|bitte|write|contact|email|e-mail|mail|to|my|our|colleague|colleagues|kollege|kollegin|her|his|their|the|you|kindly|ask|try|at|under|unter|via|an|and|or|und|cc|dear|hi|hello|thanks|regards|address|ceo|cto|cfo|head|team|mr|mrs|ms|dr|herr|frau|monsieur|madame|senor|senora)$/i;
const NAME_WORD = /^\p{Lu}[\p{L}'’-]*\.?$/u;
const REACH = 80;
const MOST_WORDS = 3;

/**
 * What the person at an address is called, as far as the text says: the capitalised words right before the address,
 * else what the address itself spells out (`ana.roe@`). Empty: it does not say.
 */
export function referredName(text: string, address: string): string {
  return nameBefore(text, address) || nameInAddress(address);
}

function nameBefore(text: string, address: string): string {
  const at = text.toLowerCase().indexOf(address);
  if (at < 1) return '';
  const before = text
    .slice(at > REACH ? at - REACH : 0, at)
    .replaceAll(/(?:mailto:|[<([:,;–—-]|\be-?mail\b|\s)+$/giu, '');
  const words = before.split(/\s+/).toReversed();
  const name: string[] = [];
  for (const word of words) {
    const isName = NAME_WORD.test(word) && !NO_NAME.test(word);
    if (!isName || name.length >= MOST_WORDS) break;
    name.unshift(word);
  }
  return name.join(' ');
}

function nameInAddress(address: string): string {
  const parts = address.slice(0, address.lastIndexOf('@')).split(/[._]/);
  const isName = parts.length === 2 && parts.every((part) => /^\p{L}{2,}$/u.test(part));
  return isName ? parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ') : '';
}
