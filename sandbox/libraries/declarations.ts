/** The declarations of libraries, for an editor. */

/** p5's own declarations, by the path that they stand at: 2 MB of text, so loaded only where a page asks for p5. */
export async function loadP5Declarations(): Promise<Record<string, string>> {
	const [own, global] = await Promise.all([
		import('../../node_modules/p5/types/p5.d.ts?raw'),
		import('../../node_modules/p5/types/global.d.ts?raw')
	]);
	return { 'p5.d.ts': own.default, 'p5-names.d.ts': global.default };
}
