/** Schemas of single fields that several of an author's files share. */
import * as v from 'valibot';

/** Refuses names such as `toString`, which every object has as built-in properties. */
export const refuseBuiltInName = v.check<string, string>(
	(id) => !(id in Object.prototype),
	'is a word of JavaScript: choose another'
);
export const contentIdSchema = v.pipe(
	v.string(),
	v.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'an id has letters, digits and hyphens'),
	refuseBuiltInName
);
export const programNameSchema = v.pipe(
	v.string(),
	v.regex(/^[a-zA-Z_$][\w$]*$/, 'not a name that a program can have')
);
export const codeFilePathSchema = v.pipe(
	v.string(),
	v.regex(/^(?!\.)[\w-]+(\/[\w-]+)*\.(ts|json)$/, 'a path of a .ts or .json file')
);
export const finiteNumberSchema = v.pipe(v.number(), v.finite('is no finite number'));
export const nonEmptyTextSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
