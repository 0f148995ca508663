/** Collects the document and styles of a page program as text; the frame parses them. */
import type { PageDocument, Sources } from '../contract.ts';

export function pageOf({ files, page }: Sources): PageDocument | undefined {
	if (page === undefined) return undefined;
	const styles = Object.entries(files).filter(([path]) => path.endsWith('.css'));
	return { html: files[page] ?? '', styles: Object.fromEntries(styles) };
}
