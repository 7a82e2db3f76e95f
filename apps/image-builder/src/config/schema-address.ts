import { z } from 'zod';

/** Editors complete and check a file by the schema that it names. Nothing here reads it. */
export const schemaAddress = z.string().optional().describe('Address of the JSON schema of this file, for editors.');
