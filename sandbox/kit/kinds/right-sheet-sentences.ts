/**
 * Returns a sentence which says that all answers on a sheet are right. It names their functions and says "here", because other
 * functions, and other values, may still be wrong.
 */
export function allRightSentence(functionNames: readonly string[], language: string): string {
	const names = functionNames.join(language === 'fr' ? ' et ' : ' and ');
	if (language === 'fr')
		return `Ici, tout ce que ${functionNames.length > 1 ? 'renvoient' : 'renvoie'} ${names} est juste.`;
	return `Everything that ${names} ${functionNames.length > 1 ? 'return' : 'returns'} here is right.`;
}

export const missingFunctionSentence = (name: string, language: string): string =>
	language === 'fr'
		? `Le programme n’a pas encore la fonction ${name}.`
		: `The program does not have the function ${name} yet.`;
