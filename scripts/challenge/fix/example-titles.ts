/** Corrects the French titles beside examples, and leaves everything else in the file unchanged. */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { Language } from '#lib/domain/language.ts';

/** Replaces each French title by the result of `mend`. A file with an error is left unchanged. */
export function mendFrenchTitles(
	text: string,
	languages: readonly Language[],
	mend: (title: string) => string
): string {
	const document = parseDocument(text, { prettyErrors: false });
	if (document.errors.length > 0 || !isSeq(document.contents)) return text;
	const frenchTitles = document.contents.items.flatMap((check): Scalar<string>[] => {
		const because: unknown = isMap(check) ? check.get('because', true) : undefined;
		const frenchNode: unknown = isMap(because) ? because.get('fr', true) : languages[0] === 'fr' ? because : undefined;
		return isTextScalar(frenchNode) ? [frenchNode] : [];
	});
	let mendedText = text;
	// The last title is replaced first, so that the positions of earlier titles stay right.
	for (const title of frenchTitles.toReversed()) {
		const [from, to] = title.range ?? [0, 0];
		const value = mend(title.value);
		if (value === title.value || value.includes('\n')) continue;
		mendedText = `${mendedText.slice(0, from)}'${value.replaceAll("'", "''")}'${mendedText.slice(to)}`;
	}
	return mendedText;
}

function isTextScalar(node: unknown): node is Scalar<string> {
	return isScalar(node) && typeof node.value === 'string';
}
