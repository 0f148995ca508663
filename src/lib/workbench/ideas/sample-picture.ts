/** Draws the picture that previews of ideas load in place of a student's own: an evening hill. */
import type { OwnFiles } from '#sandbox/contract.ts';

/** File name by which ideas load the picture. */
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
