import type { OwnFiles } from '../../contract.ts';
import { findProjectPath } from '../project-path.ts';
import { replacePageAddresses } from './addresses.ts';

const MEDIA_TYPE_BY_EXTENSION: Record<string, string> = {
	csv: 'text/csv',
	json: 'application/json',
	txt: 'text/plain'
};

/** Matches an address with a scheme or a host, which names no file of a project. */
const OUTSIDE_ADDRESS_PATTERN = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

export interface FileRequestHandlers {
	/** Called once for each own file that the page asks for and that has not arrived. */
	onAwaited?: (path: string) => void;
	/** Returns the words of `fetch`'s error for a file that the project lacks. Without it, the browser's own error remains. */
	describeMissing?: (path: string) => string;
}

export interface ProjectFiles {
	data: Readonly<Record<string, string>>;
	ownFiles: OwnFiles;
}

function makeDataFileBlobs(data: ProjectFiles['data']): OwnFiles {
	const mediaTypeOf = (path: string) => MEDIA_TYPE_BY_EXTENSION[path.split('.').at(-1) ?? ''] ?? 'text/plain';
	return Object.fromEntries(
		Object.entries(data).map(([path, text]) => [
			path,
			new Blob([text], { type: `${mediaTypeOf(path)}; charset=utf-8` })
		])
	);
}

/** Covers addresses in `page` and those written later. The returned function tells whether an address is an own file. */
export function answerFileRequests(
	{ data, ownFiles }: ProjectFiles,
	page: Document,
	{ onAwaited, describeMissing }: FileRequestHandlers = {}
): (address: string) => boolean {
	const fileByPath: OwnFiles = { ...makeDataFileBlobs(data), ...ownFiles };
	const awaitedPaths = new Set(Object.keys(ownFiles).filter((path) => ownFiles[path]?.size === 0));
	const noteAwaitedFile = (path: string): void => {
		if (awaitedPaths.delete(path)) onAwaited?.(path);
	};
	const realFetch = globalThis.fetch.bind(globalThis);
	globalThis.fetch = (input, init) => {
		const writtenAddress = input instanceof Request ? input.url : String(input);
		const path = projectPathOfAddress(writtenAddress, fileByPath) ?? '';
		const file = fileByPath[path];
		if (file === undefined) {
			const isOutside = typeof input !== 'string' || OUTSIDE_ADDRESS_PATTERN.test(input);
			if (isOutside || describeMissing === undefined) return realFetch(input, init);
			return Promise.reject(new Error(describeMissing(input)));
		}
		noteAwaitedFile(path);
		const hasArrived = file.size > 0 || ownFiles[path] === undefined;
		const response = new Response(file, { status: hasArrived ? 200 : 404, headers: { 'content-type': file.type } });
		// Libraries read a file's name from the address of the response.
		Object.defineProperty(response, 'url', { value: writtenAddress });
		return Promise.resolve(response);
	};
	const blobAddresses = new Map<string, string>();
	replacePageAddresses((writtenAddress) => {
		const path = projectPathOfAddress(writtenAddress, ownFiles);
		const file = path === undefined ? undefined : ownFiles[path];
		if (path === undefined || file === undefined) return undefined;
		noteAwaitedFile(path);
		const address = blobAddresses.get(path) ?? URL.createObjectURL(file);
		blobAddresses.set(path, address);
		return address;
	}, page);
	return (address) => projectPathOfAddress(address, fileByPath) !== undefined;
}

/** Returns the path of the project's file that an address names, whether the program wrote the address or the document resolved it. */
const projectPathOfAddress = (address: string, files: OwnFiles): string | undefined =>
	findProjectPath(address.replace(/^about:srcdoc\/?/, ''), Object.keys(files));
