import { variableStemOf, writeDataLoadingLine, loadedVariableNameOf } from '#lib/projects/own-files/data-file-code.ts';
import { kindOfOwnFile, OWN_FILE_TYPES, type OwnFileKind } from '#lib/domain/own-file/own-file.ts';
import type { Idea } from '../ideas/idea.ts';

export function sketchIdeaOfMap(path: string): Idea {
	const variable = loadedVariableNameOf(path);
	return createFileIdea(path, {
		linesAbove: writeDataLoadingLine(path),
		code: `push();
scale(Math.min(width / ${variable}.width, height / ${variable}.height));
stroke('white');
for (const area of ${variable}.areas) {
	fill('seagreen');
	for (const outline of area.outlines) {
		beginShape();
		for (const [x, y] of outline) vertex(x, y);
		endShape(CLOSE);
	}
}
pop();`
	});
}

export const pageIdeaOfMap = (path: string): Idea =>
	createFileIdea(path, {
		linesAbove: '',
		code: `fetch('${path}').then((file) => file.json()).then((map) => {
	const svg = 'http://www.w3.org/2000/svg';
	const picture = document.createElementNS(svg, 'svg');
	picture.setAttribute('viewBox', '0 0 ' + map.width + ' ' + map.height);
	for (const area of map.areas) {
		const shape = document.createElementNS(svg, 'path');
		shape.setAttribute('d', area.outlines.map((outline) => 'M' + outline.join(' ') + 'Z').join(''));
		shape.setAttribute('fill', 'seagreen');
		shape.setAttribute('stroke', 'white');
		shape.addEventListener('click', () => console.log(area.name));
		picture.append(shape);
	}
	document.body.append(picture);
});`
	});

const RESERVED_NAME_PATTERN =
	/^(?:as|async|await|break|case|catch|class|const|continue|default|delete|do|document|draw|else|enum|eval|export|extends|false|finally|for|function|if|import|in|instanceof|interface|let|new|null|of|package|return|setup|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)$/;

const declaresName = (text: string, name: string): boolean =>
	new RegExp(String.raw`\b(?:const|let|var|function)\s+${name}\b`).test(text);

function kindOfPath(path: string): OwnFileKind | undefined {
	const [, type] = Object.entries(OWN_FILE_TYPES).find(([ending]) => path.endsWith(`.${ending}`)) ?? [];
	return type && kindOfOwnFile({ type });
}

const createFileIdea = (path: string, lines: Pick<Idea, 'code' | 'linesAbove'>): Idea => ({
	id: path,
	title: path,
	description: '',
	pieces: [],
	searchWords: '',
	...lines
});

const writeLoadingLine = (name: string, path: string): string =>
	`const ${name} = ${kindOfPath(path) === 'sound' ? 'loadSound' : 'loadImage'}('${path}');`;

/**
 * Returns the lines that use the file in a sketch. `program` is the sketch's text; `declarations` are those of names that every
 * sketch has.
 */
export function ideaOfOwnFile(path: string, program: string, declarations: string): Idea {
	const isNameOfThisFile = (name: string) => program.includes(writeLoadingLine(name, path));
	const isNameFree = (name: string) => !declaresName(program, name) && !declaresName(declarations, name);
	const name = findFreeVariableName(path, (candidate) => isNameOfThisFile(candidate) || isNameFree(candidate));
	const loadingLine = writeLoadingLine(name, path);
	if (kindOfPath(path) !== 'sound')
		return createFileIdea(path, { linesAbove: loadingLine, code: `image(${name}, 40, 40, 200);` });
	return createFileIdea(path, {
		linesAbove: `${loadingLine}\nfunction mousePressed() { ${name}.play(); }`,
		code: 'circle(mouseX, mouseY, mouseIsPressed ? 60 : 30);'
	});
}

const ELEMENT_BY_KIND: Partial<Record<OwnFileKind, string>> = { picture: 'img', sound: 'audio', film: 'video' };

export const canPageShowFile = (path: string): boolean => ELEMENT_BY_KIND[kindOfPath(path) ?? 'model'] !== undefined;

export function pageIdeaOfOwnFile(path: string, program: string, description: string): Idea {
	const name = findFreeVariableName(path, (candidate) => !declaresName(program, candidate));
	const kind = kindOfPath(path) ?? 'picture';
	const property = kind === 'picture' ? `alt = ${JSON.stringify(description)}` : 'controls = true';
	const lines = [
		`const ${name} = document.createElement('${ELEMENT_BY_KIND[kind] ?? 'img'}');`,
		`${name}.src = '${path}';`,
		`${name}.${property};`,
		`document.body.append(${name});`
	];
	return createFileIdea(path, { linesAbove: '', code: lines.join('\n') });
}

/** Returns the first unused variable name for a file: for `mon-chat.png` it is `monChat`, or else `monChat2`. */
function findFreeVariableName(path: string, isNameFree: (name: string) => boolean): string {
	const nameStem = variableStemOf(path);
	for (let count = 1; ; count++) {
		const name = count === 1 ? nameStem : `${nameStem}${count}`;
		if (!RESERVED_NAME_PATTERN.test(name) && isNameFree(name)) return name;
	}
}
