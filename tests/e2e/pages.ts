/** Lists every page, by its address without the language. */
export const pages: {
	name: string;
	path: string;
	/** The selector of an element to wait for. */ ready?: string;
}[] = [
	{ name: 'home', path: '' },
	{ name: 'catalogue', path: '/challenges' },
	{ name: 'machine check', path: '/check', ready: '.verdict:not([data-verdict="asking"])' },
	{ name: 'projects', path: '/projects', ready: '[data-empty]' },
	{ name: 'project', path: '/projects/new?begin=problem', ready: '.editor[data-ready]' },
	{ name: 'no such project', path: '/projects/none', ready: 'main .button' },
	{ name: 'a challenge made one’s own', path: '/projects/from/horodateur', ready: 'fieldset:not([disabled])' },
	{ name: 'join', path: '/join?code=nothing' },
	{ name: 'sign in', path: '/sign-in' },
	{ name: 'sign up', path: '/sign-up' },
	{ name: 'forgotten password', path: '/forgot' },
	{ name: 'a page of people with accounts', path: '/account' },
	{ name: 'privacy', path: '/privacy' },
	{ name: 'processing register', path: '/privacy/register' },
	{ name: 'page not found', path: '/nowhere' },
	{ name: 'workbench', path: '/challenges/horodateur', ready: '.editor[data-ready]' }
];
