/** Which addresses are kept for when the network is away, and under which key. */

/** A project's page, and an assignment's, is the same for all but its id: one of each is kept, under the id of none. */
export const NO_ID = '00000000-0000-4000-8000-000000000000';

const DATA = '/__data.json';
const PARTS = 'x-sveltekit-invalidated';
const IMMUTABLE = '/_app/immutable/';
const BY_ID = /^\/(?:fr|en)\/(?:projects|assignments)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** A list of what may be kept, not of what may not: a page that is forgotten here needs the network, and gives nothing away. */
const KEPT = [
	/^\/(?:fr|en)$/,
	/^\/(?:fr|en)\/challenges(?:\/[\w-]+)?$/,
	/^\/(?:fr|en)\/projects(?:\/new|\/from\/[\w-]+)?$/,
	/^\/(?:fr|en)\/offline$/,
	BY_ID
];
const WORKBENCH = /^\/(?:fr|en)\/(?:challenges\/[\w-]+|projects\/(?:new|[0-9a-f-]{36})|assignments\/[0-9a-f-]{36})$/;
const PART = /^\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+$/;

/** The key of a page; none for pages that are not kept. */
export function pageKey({ pathname, searchParams }: URL): string | undefined {
	if (!KEPT.some((pattern) => pattern.test(pathname))) return undefined;
	const id = BY_ID.exec(pathname)?.[1];
	if (id !== undefined) return pathname.replace(id, NO_ID);
	// The rest of what an address asks is answered in the browser.
	const begin = searchParams.get('begin');
	return pathname.endsWith('/projects/new') && begin !== null
		? `${pathname}?begin=${encodeURIComponent(begin)}`
		: pathname;
}

/** The id that the kept page has to be given. */
export const idIn = ({ pathname }: URL): string | undefined => BY_ID.exec(pathname)?.[1];

/** The key of what a page is drawn from. */
export function dataKey(page: string): string {
	const [path = '', search] = page.split('?');
	return path + DATA + (search === undefined ? '' : `?${search}`);
}

/** The key of what every page is drawn from beside its own: what an error is drawn with too, where a page that was kept fails to open. */
export const LAYOUT_DATA = DATA;

/** Whether an address asks for that alone, as SvelteKit says it: a figure for each part of a page, the layout's first. */
export const asksForLayout = ({ searchParams }: URL): boolean => /^10*$/.test(searchParams.get(PARTS) ?? '');

/** Asked of the server: of a page, these parts. */
export const partsOf = (key: string, parts: string): string =>
	`${key}${key.includes('?') ? '&' : '?'}${PARTS}=${parts}`;

/** The page whose data this address asks for. */
export function pageOfData(url: URL): URL | undefined {
	if (!url.pathname.endsWith(DATA)) return undefined;
	const page = new URL(url);
	page.pathname = url.pathname.slice(0, -DATA.length);
	return page;
}

/** Named by its content: what was kept once is right for ever. */
export const isImmutable = (path: string): boolean => path.startsWith(IMMUTABLE) || PART.test(path);

export const isWorkbench = (path: string): boolean => WORKBENCH.test(path);

export const projectPage = (language: string): string => `/${language}/projects/${NO_ID}`;

/** The page that says what opens without a network. */
export const noNetworkPage = (language: string): string => `/${language}/offline`;
