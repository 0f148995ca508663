/** Every page, by its address without the language. */
export const pages: {
	name: string;
	path: string;
	/** Selector of what must be there before looking. */ ready?: string;
}[] = [
	{ name: 'home', path: '' },
	{ name: 'catalogue', path: '/challenges' },
	{ name: 'machine check', path: '/check', ready: '.verdict:not([data-verdict="asking"])' },
	{ name: 'page not found', path: '/nowhere' },
	{ name: 'workbench', path: '/challenges/horodateur', ready: '.editor[data-ready]' }
];
