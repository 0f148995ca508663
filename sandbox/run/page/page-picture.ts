/** Takes a picture of a page's largest visible canvas, because a document's own pixels cannot be read. */

/** Returns a picture whose longer side is at most `longestSide` pixels; null for a page without a visible canvas. */
export function takePagePicture(longestSide: number): ImageBitmap | null {
	const canvas = findLargestCanvas();
	if (canvas === undefined) return null;
	const scale = Math.min(1, longestSide / Math.max(canvas.width, canvas.height));
	const picture = new OffscreenCanvas(
		Math.max(1, Math.floor(canvas.width * scale)),
		Math.max(1, Math.floor(canvas.height * scale))
	);
	const context = picture.getContext('2d');
	if (context === null) return null;
	// A canvas may let the page's background show through.
	for (const color of ['white', backgroundColourOf(document.documentElement), backgroundColourOf(document.body)]) {
		context.fillStyle = color;
		context.fillRect(0, 0, picture.width, picture.height);
	}
	context.drawImage(canvas, 0, 0, picture.width, picture.height);
	return picture.transferToImageBitmap();
}

function findLargestCanvas(): HTMLCanvasElement | undefined {
	const areaOf = ({ width, height }: HTMLCanvasElement): number => width * height;
	return [...document.querySelectorAll('canvas')]
		.filter((canvas) => areaOf(canvas) > 0 && canvas.getClientRects().length > 0)
		.sort((one, other) => areaOf(other) - areaOf(one))[0];
}

const backgroundColourOf = (element: Element): string => getComputedStyle(element).backgroundColor;
