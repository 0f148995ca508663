/** Makes an idea to insert from a picture or sound of the project: the lines that draw or play it. */
import { variableStemOf } from '#lib/projects/own-files/variable-stem.ts';
import { isSoundPath } from '#lib/domain/own-file/own-file.ts';
import type { Idea } from '../ideas/idea.ts';

/** Words that cannot be the name of a variable. */
const RESERVED_NAME =
	/^(?:as|async|await|break|case|catch|class|const|continue|default|delete|do|draw|else|enum|eval|export|extends|false|finally|for|function|if|import|in|instanceof|interface|let|new|null|of|package|return|setup|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)$/;

const declaresName = (text: string, name: string): boolean =>
	new RegExp(String.raw`\b(?:const|let|var|function)\s+${name}\b`).test(text);

const loadingLine = (name: string, path: string): string =>
	`const ${name} = ${isSoundPath(path) ? 'loadSound' : 'loadImage'}('${path}');`;

/** `program` is the sketch's text; `declarations` are those of what a sketch can use without declaring it. */
export function ideaOfOwnFile(path: string, program: string, declarations: string): Idea {
	const name = variableFor(path, program, declarations);
	return {
		id: path,
		title: path,
		description: '',
		linesAbove: loadingLine(name, path),
		code: isSoundPath(path)
			? `if (mouseIsPressed && frameCount % 30 === 0) ${name}.play();`
			: `image(${name}, 40, 40, 200);`,
		pieces: [],
		searchWords: ''
	};
}

/** Returns the variable that already holds the file, or else a free name: `mon-chat.png` becomes `monChat`. */
function variableFor(path: string, program: string, declarations: string): string {
	const nameStem = variableStemOf(path);
	const isFree = (name: string) =>
		!RESERVED_NAME.test(name) && !declaresName(program, name) && !declaresName(declarations, name);
	for (let count = 1; ; count++) {
		const name = count === 1 ? nameStem : `${nameStem}${count}`;
		if (program.includes(loadingLine(name, path)) || isFree(name)) return name;
	}
}
