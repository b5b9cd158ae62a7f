const words = (text: string): readonly string[] => text.split(' ');

/** Two parts make a brand: `Alder` + `Works`. */
export const BRAND_STEMS = words(
  'Alder Amber Anchor Arbor Argent Aster Atlas Aurora Basalt Beacon Birch Bluefield Boreal Bridge Bright Canopy Cardinal Cedar Cinder Clear Cobalt Coral Crest Delta Drift Eastgate Echo Elm Ember Fern Field Fjord Flint Garnet Glacier Granite Harbor Hazel Heron Highland Indigo Iron Ivory Juniper Kestrel Lark Linden Lumen Maple Meridian Mistral Nimbus North Oak Olive Onyx Orchard Osprey Pebble Pine Prairie Quarry Quartz Raven Ridge River Rowan Saffron Sierra Silver Slate Solar Sparrow Spruce Stellar Stone Summit Swift Tamarack Terra Tidal Timber Topaz Umber Vale Vector Verde Vertex Violet Walnut Willow Winter Zephyr',
);

export const BRAND_ENDINGS = words(
  'Works Labs Systems Logistics Energy Robotics Foods Health Dynamics Analytics Mobility Studio Partners Materials Networks Security Textiles Optics Marine Capital Software Consulting Instruments Packaging Biotech Media Engineering Retail Motors Interiors Learning Chemicals Printing Airlines Travel Furniture Semiconductors Telecom Brewing Insurance',
);

/** Brand ending → a value of HubSpot's company property `industry`. */
export const INDUSTRY_OF: Readonly<Record<string, string>> = {
  Works: 'MACHINERY',
  Labs: 'RESEARCH',
  Systems: 'INFORMATION_TECHNOLOGY_AND_SERVICES',
  Logistics: 'LOGISTICS_AND_SUPPLY_CHAIN',
  Energy: 'RENEWABLES_ENVIRONMENT',
  Robotics: 'INDUSTRIAL_AUTOMATION',
  Foods: 'FOOD_PRODUCTION',
  Health: 'HOSPITAL_HEALTH_CARE',
  Dynamics: 'MECHANICAL_OR_INDUSTRIAL_ENGINEERING',
  Analytics: 'INFORMATION_SERVICES',
  Mobility: 'AUTOMOTIVE',
  Studio: 'DESIGN',
  Partners: 'MANAGEMENT_CONSULTING',
  Materials: 'BUILDING_MATERIALS',
  Networks: 'COMPUTER_NETWORKING',
  Security: 'COMPUTER_NETWORK_SECURITY',
  Textiles: 'TEXTILES',
  Optics: 'MEDICAL_DEVICES',
  Marine: 'MARITIME',
  Capital: 'FINANCIAL_SERVICES',
  Software: 'COMPUTER_SOFTWARE',
  Consulting: 'MANAGEMENT_CONSULTING',
  Instruments: 'ELECTRICAL_ELECTRONIC_MANUFACTURING',
  Packaging: 'PACKAGING_AND_CONTAINERS',
  Biotech: 'BIOTECHNOLOGY',
  Media: 'ONLINE_MEDIA',
  Engineering: 'CIVIL_ENGINEERING',
  Retail: 'RETAIL',
  Motors: 'AUTOMOTIVE',
  Interiors: 'FURNITURE',
  Learning: 'E_LEARNING',
  Chemicals: 'CHEMICALS',
  Printing: 'PRINTING',
  Airlines: 'AIRLINES_AVIATION',
  Travel: 'LEISURE_TRAVEL_TOURISM',
  Furniture: 'FURNITURE',
  Semiconductors: 'SEMICONDUCTORS',
  Telecom: 'TELECOMMUNICATIONS',
  Brewing: 'FOOD_BEVERAGES',
  Insurance: 'INSURANCE',
};

const JOB_LEVELS = ['Head of', 'Director of', 'VP', 'Senior Manager,', 'Manager,', 'Team Lead,'];
const JOB_FIELDS = [
  'Operations',
  'Procurement',
  'IT',
  'Sales',
  'Marketing',
  'Finance',
  'Engineering',
  'Quality',
  'Supply Chain',
  'Customer Success',
  'Human Resources',
  'Information Security',
  'Product',
  'Digital Transformation',
];

export const JOB_TITLES: readonly string[] = [
  'CEO',
  'Managing Director',
  'Founder',
  'COO',
  'CFO',
  'CTO',
  'CISO',
  'Plant Manager',
  'Purchasing Agent',
  'Office Manager',
  'Business Analyst',
  'Key Account Manager',
  ...JOB_LEVELS.flatMap((level) => JOB_FIELDS.map((field) => `${level} ${field}`)),
];

/** Titles that decide; the portal has a list of them. */
export const DECIDING_TITLE = /^(CEO|Managing|Founder|COO|CFO|CTO|CISO|VP|Director|Head)/;

export const ROLE_ADDRESSES = ['info', 'office', 'sales', 'contact', 'support', 'billing', 'hello'] as const;
