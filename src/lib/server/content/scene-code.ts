/** What the kinds of scene have in common: their data, what they name elsewhere, and the code they are written as. */
import * as v from 'valibot';
import { nameSchema } from './field-schemas.ts';

export const dataSchema = v.strictObject({
	file: v.pipe(v.string(), v.regex(/^data\/[\w-]+(\/[\w-]+)*\.ts$/, 'a .ts file under data/, such as data/night.ts')),
	/** What the file exports. */
	name: nameSchema
});
type DataDescription = v.InferOutput<typeof dataSchema>;

/** A place in the description, as a path in challenge.yaml. */
type FieldPath = (string | number)[];

/** What a description names elsewhere. */
export type SceneReference = { path: FieldPath } & (
	{ kind: 'label'; id: string } | { kind: 'function'; name: string } | { kind: 'data'; file: string; name: string }
);

/** A line of code, and the field that it comes from. */
interface FieldCode {
	path: FieldPath;
	code: string;
}

export interface KindCode {
	/** The function of the kit that makes the scene. */
	maker: string;
	/** Whether it shows the value that a hand sets. */
	takesHand: boolean;
	references: SceneReference[];
	imports: FieldCode[];
	fields: FieldCode[];
}

export function fieldCode(name: string, value: unknown): FieldCode {
	return { path: ['scene', name], code: `${name}: ${JSON.stringify(value)},` };
}

export function importCode({ file, name }: DataDescription, as: string): FieldCode {
	const imported = name === as ? name : `${name} as ${as}`;
	return { path: ['scene', 'data', 'file'], code: `import { ${imported} } from './${file}';` };
}
