/** Collects the types that a program's files define, as far as explanations need them. */
import { blankCommentsAndTexts } from './bare-text.ts';

export interface ProgramTypes {
	/** The properties of each interface, and of each type that is written like one. */
	propertiesByType: ReadonlyMap<string, readonly string[]>;
	/** Names of types that allow only certain texts, such as `'left' | 'right'`. */
	textUnionTypes: ReadonlySet<string>;
}

const OBJECT_TYPE_PATTERN =
	/\b(?:interface\s+([\p{L}_$][\p{L}\w$]*)[^{}]*|type\s+([\p{L}_$][\p{L}\w$]*)\s*=\s*)\{([^{}]*)\}/gu;
const TEXT_UNION_TYPE_PATTERN = /\btype\s+([\p{L}_$][\p{L}\w$]*)\s*=\s*\|?\s*['"]/gu;
const PROPERTY_PATTERN = /(?:^|[;,\n])\s*(?:readonly\s+)?([\p{L}_$][\p{L}\w$]*)\??\s*:/gu;

const findNamesByPattern = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, name = '']) => name);

/** Returns the names of the properties between the braces of an object or its type. */
export const propertyNamesIn = (body: string): string[] => findNamesByPattern(body, PROPERTY_PATTERN);

export function collectProgramTypes(texts: readonly string[]): ProgramTypes {
	const bareTexts = texts.map(blankCommentsAndTexts);
	return {
		propertiesByType: new Map(
			bareTexts.flatMap((text) =>
				[...text.matchAll(OBJECT_TYPE_PATTERN)].map(
					([, interfaceName, typeName = '', body = '']) => [interfaceName ?? typeName, propertyNamesIn(body)] as const
				)
			)
		),
		textUnionTypes: new Set(bareTexts.flatMap((text) => findNamesByPattern(text, TEXT_UNION_TYPE_PATTERN)))
	};
}
