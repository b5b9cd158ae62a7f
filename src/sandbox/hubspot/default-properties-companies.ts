import type { DefaultProperty } from './default-properties-row.ts';
import { INDUSTRIES, LEAD_STATUSES, LIFECYCLE_STAGES, options } from './default-properties-options.ts';
import {
  ACTIVITY_SUMMARY,
  ANALYTICS,
  RECORD_PROPERTIES,
  inGroup,
  ownerProperties,
} from './default-properties-shared.ts';

export const COMPANY_GROUPS: readonly (readonly [name: string, label: string])[] = [
  ['companyinformation', 'Company information'],
  ['company_activity', 'Company activity'],
  ['analyticsinformation', 'Web analytics history'],
  ['socialmediainformation', 'Social media information'],
];

export const COMPANY_PROPERTIES: readonly DefaultProperty[] = [
  ['name', 'Company name', 'string/text'],
  ['domain', 'Company Domain Name', 'string/text'],
  ['website', 'Website URL', 'string/text'],
  ['phone', 'Phone Number', 'string/phonenumber'],
  ['address', 'Street Address', 'string/text'],
  ['address2', 'Street Address 2', 'string/text'],
  ['city', 'City', 'string/text'],
  ['state', 'State/Region', 'string/text'],
  ['zip', 'Postal Code', 'string/text'],
  ['country', 'Country/Region', 'string/text'],
  ['timezone', 'Time Zone', 'string/text'],
  ['description', 'Description', 'string/textarea'],
  ['about_us', 'About Us', 'string/textarea'],
  ['founded_year', 'Year Founded', 'string/text'],
  ['industry', 'Industry', 'enumeration/select', { options: INDUSTRIES }],
  [
    'type',
    'Type',
    'enumeration/select',
    { options: options('PROSPECT', 'PARTNER', 'RESELLER', 'VENDOR', 'OTHER') },
  ],
  ['numberofemployees', 'Number of Employees', 'number/number'],
  ['annualrevenue', 'Annual Revenue', 'number/number'],
  ['is_public', 'Is Public', 'bool/booleancheckbox'],
  ['lifecyclestage', 'Lifecycle Stage', 'enumeration/radio', { options: LIFECYCLE_STAGES }],
  ['hs_lead_status', 'Lead Status', 'enumeration/radio', { options: LEAD_STATUSES }],
  ...ownerProperties('Company owner'),
  ['createdate', 'Create Date', 'datetime/date', { flags: ['ro'] }],
  ['hs_lastmodifieddate', 'Last Modified Date', 'datetime/date', { flags: ['ro'] }],
  ['hs_additional_domains', 'Additional Domains', 'enumeration/checkbox'],
  ['hs_num_child_companies', 'Number of child companies', 'number/number', { flags: ['ro'] }],
  ['num_associated_contacts', 'Number of Associated Contacts', 'number/number', { flags: ['ro'] }],
  ['num_associated_deals', 'Number of Associated Deals', 'number/number', { flags: ['ro'] }],
  ['closedate', 'Close Date', 'datetime/date'],
  ...RECORD_PROPERTIES,
  ...inGroup('company_activity', ACTIVITY_SUMMARY),
  ...inGroup('analyticsinformation', ANALYTICS),
  ...inGroup('socialmediainformation', [
    ['linkedin_company_page', 'LinkedIn Company Page', 'string/text'],
    ['twitterhandle', 'Twitter Handle', 'string/text'],
    ['facebook_company_page', 'Facebook Company Page', 'string/text'],
  ]),
];
