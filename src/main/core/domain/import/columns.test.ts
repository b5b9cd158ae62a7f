import { describe, expect, it } from 'vitest';
import { isHeader, matchColumns, matchEntryColumn, namesOf, personOf } from './columns.ts';

describe('the columns of a file', () => {
  it.each([
    ['English', ['First Name', 'Last Name', 'Email Address', 'Company name', 'Country']],
    ['German', ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Firma', 'Land']],
    ['French', ['Prénom', 'Nom de famille', 'Adresse e-mail', 'Société', 'Pays']],
    ['Spanish', ['Nombre', 'Apellidos', 'Correo electrónico', 'Empresa', 'País']],
    ['Portuguese', ['Primeiro nome', 'Sobrenome', 'E-mail', 'Empresa', 'País']],
    ['Italian', ['Nome', 'Cognome', 'Indirizzo email', 'Azienda', 'Paese']],
    ['Dutch', ['Voornaam', 'Achternaam', 'E-mailadres', 'Bedrijf', 'Land']],
  ])('are known by their names in %s', (_language, header) => {
    const expected = { firstName: 0, lastName: 1, email: 2, company: 3, country: 4 };
    expect(matchColumns(header, [])).toEqual(expected);
  });

  it('are known by what stands in them where no name says it', () => {
    expect(
      matchColumns(
        ['A', 'Was'],
        [
          ['Ana', 'ana@x.example'],
          ['Bob', 'bob@x.example'],
        ],
      ),
    ).toEqual({ email: 1 });
    expect(matchEntryColumn(['A', 'B'], [['1', 'x.example']])).toEqual({ entry: 1 });
    expect(matchColumns(['A', 'B'], [['1', 'two']])).toEqual({});
  });

  it('have no header where the first row is a person', () => {
    expect(isHeader(['Name', 'E-Mail'])).toBe(true);
    expect(isHeader(['Ana', 'ana@x.example'])).toBe(false);
    expect(isHeader(['rival.example'])).toBe(false);
  });
});

describe('the person of a row', () => {
  it.each([
    ['Ana Maria Silva', { firstName: 'Ana', lastName: 'Maria Silva' }],
    ['Silva, Ana', { firstName: 'Ana', lastName: 'Silva' }],
    ['Ana', { firstName: 'Ana', lastName: '' }],
    ['', { firstName: '', lastName: '' }],
  ])('has its name %j taken apart', (name, names) => {
    expect(namesOf(name)).toEqual(names);
  });

  it.each(['Ana@X.example', 'mailto:ana@x.example', 'Ana Silva <ana@x.example>'])(
    'has the address of %j',
    (cell) => {
      expect(personOf([cell], { email: 0 }).email).toBe('ana@x.example');
    },
  );

  it('is one line each, and what is missing is empty', () => {
    expect(personOf([' Ana\nMaria ', 'x'], { firstName: 0, company: 7 })).toEqual({
      email: '',
      firstName: 'Ana Maria',
      lastName: '',
      company: '',
      country: '',
      context: '',
    });
  });
});
