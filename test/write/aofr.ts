import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** HAL's schema is under the GPL and stays outside: where it is not at hand, what needs it is skipped. */
export const schemaFolder =
  process.env.MOISSON_SCHEMAS ?? join(import.meta.dirname, '../../../shared/schemas');
const folder = join(schemaFolder, 'hal/import');
export const hasSchema = existsSync(join(folder, 'aofr.xsd'));

let validator: XsdValidator | undefined;

/** What the schema that HAL's SWORD server validates against says is wrong with a document. */
export function faultsIn(text: string): readonly string[] {
  validator ??= aofr();
  return faultsBy(validator, text);
}

/** What a schema says is wrong with a document. */
export function faultsBy(validator: XsdValidator, text: string): readonly string[] {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  } finally {
    document.dispose();
  }
}

function aofr(): XsdValidator {
  const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  // Its import of the attributes of XML is answered from the folder: nothing is fetched.
  xmlRegisterInputProvider(new XmlBufferInputProvider({ 'http://www.w3.org/2001/xml.xsd': file('xml.xsd') }));
  const schema = XmlDocument.fromBuffer(file('aofr.xsd'));
  try {
    return XsdValidator.fromDoc(schema);
  } finally {
    schema.dispose();
  }
}
