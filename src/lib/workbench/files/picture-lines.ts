/** The lines that draw a picture of the project, as an idea to insert. */
import type { Idea } from '../ideas/idea.ts';

/** Returns a name that a program may have: `mon-chat.png` becomes `monChat`. */
export function variableFor(path: string): string {
	const stem = path.replace(/\.[^.]*$/, '');
	return stem.replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

export function ideaOfPicture(path: string): Idea {
	const name = variableFor(path);
	return {
		id: path,
		title: path,
		text: '',
		before: `const ${name} = loadImage('${path}');`,
		code: `image(${name}, 40, 40, 200);`,
		pieces: []
	};
}
