import type { ImportField } from '#contract/names.ts';
import type { NewPerson } from './new-person.ts';

/** The column of each field, 0-based; a field that is missing has none. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** Names of columns in the languages of the classifier, folded; the first that fits wins. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    'email',
    'mail',
    'emailaddress',
    'mailaddress',
    'workemail',
    'businessemail',
    'mailadresse',
    'emailadresse',
    'adressemail',
    'adresseemail',
    'courriel',
    'correo',
    'correoelectronico',
    'direcciondecorreo',
    'emailprofissional',
    'enderecodeemail',
    'indirizzoemail',
    'postaelettronica',
    'emailadres',
    'mailadres',
  ],
  firstName: [
    'firstname',
    'givenname',
    'forename',
    'vorname',
    'rufname',
    'prenom',
    'nombre',
    'nombredepila',
    'primeironome',
    'nomeproprio',
    'nome',
    'voornaam',
  ],
  lastName: [
    'lastname',
    'surname',
    'familyname',
    'nachname',
    'familienname',
    'nomdefamille',
    'apellido',
    'apellidos',
    'sobrenome',
    'apelido',
    'ultimonome',
    'cognome',
    'achternaam',
  ],
  fullName: [
    'name',
    'fullname',
    'contactname',
    'contact',
    'person',
    'vollstandigername',
    'kontakt',
    'nom',
    'nomcomplet',
    'nombrecompleto',
    'nomecompleto',
    'naam',
    'volledigenaam',
  ],
  company: [
    'company',
    'companyname',
    'organisation',
    'organization',
    'account',
    'accountname',
    'employer',
    'firma',
    'firmenname',
    'unternehmen',
    'societe',
    'entreprise',
    'empresa',
    'compania',
    'azienda',
    'societa',
    'ditta',
    'bedrijf',
    'bedrijfsnaam',
  ],
  country: ['country', 'countryname', 'land', 'pays', 'pais', 'paese', 'nazione', 'stato'],
  context: ['context', 'offering', 'kontext', 'contexte', 'contexto', 'contesto', 'angebot'],
  entry: [
    'domain',
    'addressordomain',
    'domaene',
    'domane',
    'domaine',
    'dominio',
    'domein',
    'website',
    'web',
    'value',
    'entry',
  ],
};

const FIELDS_OF_PEOPLE = [
  'email',
  'firstName',
  'lastName',
  'fullName',
  'company',
  'country',
  'context',
] as const satisfies readonly ImportField[];

/** Letters and digits alone, without accents: "E-Mail-Adresse" and "email adresse" are one. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

/** Which column is which, by its name; an address column without a name is known by what stands in it. */
export function matchColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ColumnMapping {
  const mapping: Partial<Record<ImportField, number>> = {};
  const names = header.map(folded);
  for (const field of FIELDS_OF_PEOPLE) {
    for (const name of NAMES[field]) {
      const at = names.indexOf(name);
      if (at === -1 || Object.values(mapping).includes(at)) continue;
      mapping[field] = at;
      break;
    }
  }
  const byContent = columnOf(header.length, sample, (cell) => cell.includes('@'));
  if (mapping.email === undefined && byContent !== null) mapping.email = byContent;
  return mapping;
}

/** The column of a list of addresses and domains: by its name, else the first that has anything like one. */
export function matchEntryColumn(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ColumnMapping {
  const names = header.map(folded);
  const named = [...NAMES.email, ...NAMES.entry].map((name) => names.indexOf(name)).find((at) => at !== -1);
  const at = named ?? columnOf(header.length, sample, (cell) => /^\S+\.\S+$/.test(cell.trim()));
  return at === null ? {} : { entry: at };
}

/** Whether the first row names the columns: no address and no domain stands in it. */
export function isHeader(first: readonly string[]): boolean {
  return !first.some((cell) => cell.includes('@') || /^\S+\.[a-z]{2,}$/i.test(cell.trim()));
}

function columnOf(
  columns: number,
  sample: readonly (readonly string[])[],
  fits: (cell: string) => boolean,
): number | null {
  const counts = Array.from(
    { length: columns },
    (_, at) => sample.filter((row) => fits(row[at] ?? '')).length,
  );
  const [most = 0] = counts.toSorted((a, b) => b - a);
  return most > 0 && most * 2 >= sample.length ? counts.indexOf(most) : null;
}

const LONGEST = 500;

/** The person of a row. A name in one column is taken apart: "Silva, Ana" and "Ana Silva" are the same. */
export function personOf(cells: readonly string[], mapping: ColumnMapping): NewPerson {
  const cell = (field: ImportField): string => {
    const at = mapping[field];
    return at === undefined ? '' : oneLine(cells[at] ?? '').slice(0, LONGEST);
  };
  const whole = namesOf(cell('fullName'));
  return {
    email: cell('email')
      .toLowerCase()
      .replace(/^mailto:/, '')
      .replace(/^.*<([^<>]*)>$/, '$1'),
    firstName: cell('firstName') || (cell('lastName') === '' ? whole.firstName : ''),
    lastName: cell('lastName') || (cell('firstName') === '' ? whole.lastName : ''),
    company: cell('company'),
    country: cell('country'),
    context: cell('context'),
  };
}

/** A name in one piece as first and last name. */
export function namesOf(name: string): { readonly firstName: string; readonly lastName: string } {
  const [last, first] = name.split(',', 2).map((part) => part.trim());
  if (first !== undefined && first !== '') return { firstName: first, lastName: last ?? '' };
  const [firstName = '', ...rest] = (last ?? '').split(' ');
  return { firstName, lastName: rest.join(' ') };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
