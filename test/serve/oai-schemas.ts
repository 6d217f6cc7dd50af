import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { faultsBy, schemaFolder } from '../write/aofr.ts';

/** The schemas of the formats are others' and stay outside: where they are not at hand, what needs them is skipped. */
export const hasSchemas = existsSync(join(schemaFolder, 'oai/validate-oai_dc.xsd'));

const place = 'https://schemas.example.org/';

/** Where the schema of each format is, by its prefix, and the namespace that it is of. */
const formats: Readonly<Record<string, readonly [namespace: string, file: string]>> = {
  oai_dc: ['http://www.openarchives.org/OAI/2.0/oai_dc/', 'oai/oai/oai_dc.xsd'],
  oai_qdc: ['http://worldcat.org/xmlschemas/qdc-1.0/', 'oai/dc/qdc-container.xsd'],
  oai_openaire: ['http://namespace.openaire.eu/schema/oaire/', 'oai/openaire/4.0/openaire.xsd'],
  hal_tei: ['http://www.tei-c.org/ns/1.0', 'hal/import/aofr.xsd'],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf.xsd'],
};

// The schema of RDF/XML as OAI-PMH carries it is not at hand; any element may stand in it.
const rdf = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <xs:element name="RDF"><xs:complexType><xs:sequence>
    <xs:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const validators = new Map<string, XsdValidator>();

/** What OAI-PMH's own schema and that of the format say is wrong with a reply. */
export function faultsIn(reply: string, prefix: string): readonly string[] {
  const validator = validators.get(prefix) ?? validatorOf(prefix);
  validators.set(prefix, validator);
  return faultsBy(validator, reply);
}

let isRegistered = false;

function validatorOf(prefix: string): XsdValidator {
  if (!isRegistered) xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files())));
  isRegistered = true;
  const oai = 'http://www.openarchives.org/OAI/2.0/';
  const imports = [
    [oai, 'oai/oai/OAI-PMH.xsd'],
    [`${oai}oai-identifier`, 'oai/oai/oai-identifier.xsd'],
    formats[prefix] ?? ['', ''],
  ];
  const driver = imports.map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${place}${file}"/>`,
  );
  const schema = XmlDocument.fromString(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${driver.join('')}</xs:schema>`,
  );
  try {
    return XsdValidator.fromDoc(schema);
  } finally {
    schema.dispose();
  }
}

/** Everything that a schema may ask for, by the address at which it does: nothing is fetched. */
function* files(): Iterable<readonly [address: string, bytes: Uint8Array]> {
  const read = (path: string) => new Uint8Array(readFileSync(join(schemaFolder, path)));
  for (const room of ['oai', 'hal/import'])
    for (const name of readdirSync(join(schemaFolder, room), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.xsd')) yield [`${place}${room}/${name}`, read(join(room, name))];
  yield [`${place}rdf.xsd`, new TextEncoder().encode(rdf)];
  for (const version of ['2001', '2001/03', '2009/01'])
    yield [`http://www.w3.org/${version}/xml.xsd`, read('oai/w3c/xml.xsd')];
  yield ['http://dublincore.org/schemas/xmls/simpledc20021212.xsd', read('oai/dc/simpledc20021212.xsd')];
}
