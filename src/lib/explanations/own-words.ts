/** TypeScript's own message, without the advice it gives to programmers. */

/** Packages and settings that a student has not got, and the French that says *vous*. */
const PROGRAMMERS_ADVICE =
	/\b(?:npm|tsconfig|compiler option|option du compilateur|type definitions|définitions de type)\b|\b(?:vous|votre|vos)\b|\b(?:Essayez|Ajoutez|Utilisez|Envisagez|Vérifiez|Remplacez|Supprimez)\b/iu;

/** Keeps the sentences that say what is wrong; null where none does. */
export function withoutAdvice(message: string): string | null {
	const lines = message.split('\n').map((line) =>
		line
			.split(/(?<=[.?!])\s+(?=\p{Lu})/u)
			.filter((sentence) => !PROGRAMMERS_ADVICE.test(sentence))
			.join(' ')
	);
	return lines.filter((line) => line.trim() !== '').join('\n') || null;
}
