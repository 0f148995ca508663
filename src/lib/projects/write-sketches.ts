import type { Language } from '#lib/domain/language.ts';

interface CalledFunction {
	title: string;
	file: string;
	name: string;
}

const formatValueAsCode = (value: unknown): string => JSON.stringify(value);
const toSafeSketchText = (text: string): string =>
	text
		.replace(/[\r\n]+/g, ' ')
		.replace(/\\/g, '')
		.replace(/'/g, '’');

/** Writes a sketch that draws one bar for each value of the function's first parameter; the pointer selects a bar. */
export function writeBarsSketch(
	language: Language,
	{ title, file, name, most, rest }: CalledFunction & { most: number; rest: unknown[] }
) {
	const formatCall = (value: string) => `${name}(${[value, ...rest.map(formatValueAsCode)].join(', ')})`;
	const texts = {
		fr: {
			head: `// Ta fonction ${name}, du défi « ${toSafeSketchText(title)} ». À toi de dessiner : change tout ce que tu veux.`,
			ask: `// Ce que ${name} renvoie, de 0 à ${most}.`,
			describe: `Une barre pour chaque valeur que ${name} renvoie, de 0 à ${most}.`
		},
		en: {
			head: `// Your function ${name}, from the challenge “${toSafeSketchText(title)}”. Draw it your way: change anything.`,
			ask: `// What ${name} returns, from 0 to ${most}.`,
			describe: `A bar for each value that ${name} returns, from 0 to ${most}.`
		}
	}[language];
	return `${texts.head}
import { ${name} } from './${file}';

${texts.ask}
const answers: number[] = [];
for (let value = 0; value <= ${most}; value = value + 1) {
	answers.push(${formatCall('value')});
}
const highest = max(1, ...answers);

function setup() {
	noStroke();
	textSize(28);
	describe('${toSafeSketchText(texts.describe)}');
}

function draw() {
	background('#faf6ee');
	const step = width / answers.length;
	const chosen = constrain(floor(mouseX / step), 0, ${most});
	for (let value = 0; value <= ${most}; value = value + 1) {
		const size = (answers[value] / highest) * (height - 100);
		fill(value === chosen ? '#f26b21' : '#ddd4c4');
		rect(value * step, height - size, step - 1, size);
	}
	fill('#1d1b19');
	text('${name}(' + chosen + ') = ' + answers[chosen], 24, 48);
}
`;
}

/** Writes a sketch that shows what the function returns as text, for functions that bars cannot show. */
export function writeReturnedValueSketch(
	language: Language,
	{ title, file, name, args, exports }: CalledFunction & { args: unknown[] | null; exports: string[] }
) {
	const callText = args === null ? '' : `${name}(${args.map(formatValueAsCode).join(', ')})`;
	const texts = {
		fr: {
			head: `// Ton programme du défi « ${toSafeSketchText(title)} » est dans ${file}. À toi de dessiner : change tout ce que tu veux.`,
			nothing: `// Appelle ici une de tes fonctions : ${exports.join(', ')}.`,
			bare: `Mes fonctions : ${exports.join(', ')}`,
			describe: 'Ce que ma fonction renvoie.'
		},
		en: {
			head: `// Your program from the challenge “${toSafeSketchText(title)}” is in ${file}. Draw it your way: change anything.`,
			nothing: `// Call one of your functions here: ${exports.join(', ')}.`,
			bare: `My functions: ${exports.join(', ')}`,
			describe: 'What my function returns.'
		}
	}[language];
	const answerCode =
		callText === ''
			? `${texts.nothing}\nconst answer = '${toSafeSketchText(texts.bare)}';`
			: `const answer = ${formatValueAsCode(`${callText} = `)} + JSON.stringify(${callText});`;
	return `${texts.head}
${callText === '' ? '' : `import { ${name} } from './${file}';\n`}
${answerCode}

function setup() {
	textSize(28);
	describe('${toSafeSketchText(texts.describe)}');
}

function draw() {
	background('#faf6ee');
	fill('#1d1b19');
	text(answer, 24, 48, width - 48);
}
`;
}
