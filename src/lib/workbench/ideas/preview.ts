import type { Idea } from './idea.ts';
import type { OwnFiles } from '#sandbox/contract.ts';

const SAMPLE_PICTURE_NAME = 'photo.png';
const SAMPLE_PICTURE_WIDTH = 320;
const SAMPLE_PICTURE_HEIGHT = 220;

/** Resolves to the picture by its file name; to undefined if the program loads no picture. */
export async function drawSamplePictures(program: string): Promise<OwnFiles | undefined> {
	if (!program.includes('loadImage(')) return undefined;
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [SAMPLE_PICTURE_WIDTH, SAMPLE_PICTURE_HEIGHT];
	const context = canvas.getContext('2d');
	if (context === null) return undefined;
	const drawDisc = (colour: string, x: number, y: number, radius: number) => {
		context.fillStyle = colour;
		context.beginPath();
		context.arc(x, y, radius, 0, 2 * Math.PI);
		context.fill();
	};
	const skyGradient = context.createLinearGradient(0, 0, 0, SAMPLE_PICTURE_HEIGHT);
	skyGradient.addColorStop(0, '#3f6472');
	skyGradient.addColorStop(1, '#f7c59f');
	context.fillStyle = skyGradient;
	context.fillRect(0, 0, SAMPLE_PICTURE_WIDTH, SAMPLE_PICTURE_HEIGHT);
	drawDisc('#fff3d6', 225, 95, 34);
	drawDisc('#5d7f58', 80, 330, 190);
	drawDisc('#35533f', 270, 350, 190);
	const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
	return content === null ? undefined : { [SAMPLE_PICTURE_NAME]: content };
}

const SIMULATED_POINTER_LINES = {
	before: 'let mouseX = 0;\nlet mouseY = 0;\nlet mouseIsPressed = false;',
	moves:
		'mouseX = 200 + 130 * sin(frameCount / 40);\nmouseY = 110 + 60 * sin(frameCount / 27);\nmouseIsPressed = frameCount % 120 > 60;',
	drawn:
		"fill(mouseIsPressed ? '#1d1b19' : '#fffdf8');\nstroke('#1d1b19');\nstrokeWeight(2);\ntriangle(mouseX, mouseY, mouseX + 5, mouseY + 19, mouseX + 15, mouseY + 12);\nnoStroke();"
};
const SIMULATED_KEY_DECLARATIONS = {
	keyIsDown: 'const keyIsDown = (code: number) => code === (frameCount % 160 < 80 ? RIGHT_ARROW : LEFT_ARROW);',
	key: "let key = 'a';"
};

/** Source text of the call that creates the canvas; all ideas are written for its size. */
const CREATE_CANVAS_CALL = 'createCanvas(400, 220);';
/** Call that creates the larger canvas that the kit's pieces need. */
const CREATE_KIT_CANVAS_CALL = 'createCanvas(640, 352);';

export function writePreviewSketch({ code, linesAbove: before, pieces }: Idea): string {
	const wholeCode = `${before}\n${code}`;
	const usesPointer = /\bmouse(?:X|Y|IsPressed)\b/.test(wholeCode);
	const reactsToClicks = before.includes('function mousePressed');
	const lines = [
		pieces.length > 0 ? `import { ${pieces.join(', ')} } from 'braise/scene';` : '',
		usesPointer ? SIMULATED_POINTER_LINES.before : '',
		code.includes('keyIsDown(') ? SIMULATED_KEY_DECLARATIONS.keyIsDown : '',
		/\bkey\b/.test(code) ? SIMULATED_KEY_DECLARATIONS.key : '',
		before,
		`function setup() {\n${pieces.length > 0 ? CREATE_KIT_CANVAS_CALL : CREATE_CANVAS_CALL}\nnoStroke();\n}`,
		"function draw() {\nbackground('#faf6ee');\nfill('#f26b21');",
		usesPointer ? SIMULATED_POINTER_LINES.moves : '',
		reactsToClicks ? 'if (frameCount % 45 === 0) mousePressed();' : '',
		/\bkey\b/.test(code) ? "key = 'abc'.charAt(floor(frameCount / 60) % 3);" : '',
		code,
		usesPointer ? SIMULATED_POINTER_LINES.drawn : '',
		'}'
	];
	return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
