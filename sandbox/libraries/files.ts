/** The files of libraries that this server serves. Their names hold the version: a name always means the same text. */
const P5_VERSION = '2.3.4';

/** Paths in `node_modules`, by the name under which a browser asks for them. */
export const LIBRARY_FILES: Readonly<Record<string, string>> = {
	[`p5-${P5_VERSION}.js`]: 'p5/lib/p5.min.js',
	[`p5-${P5_VERSION}.d.ts`]: 'p5/types/p5.d.ts',
	[`p5-names-${P5_VERSION}.d.ts`]: 'p5/types/global.d.ts'
};

export const P5_FILES = {
	script: `p5-${P5_VERSION}.js`,
	declarations: `p5-${P5_VERSION}.d.ts`,
	globalDeclarations: `p5-names-${P5_VERSION}.d.ts`
} as const;
