/** Makes the first part of a variable's name from the name of a project's file. */

/** Returns the file's name without its ending, in camel case: `mon-chat.png` becomes `monChat`. */
export const variableStemOf = (path: string): string =>
	path.replace(/\.[^.]*$/, '').replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
