/** What a page program's document is made of. It travels as text, and is parsed where it is shown. */
import type { PageDocument, Sources } from '../index.ts';

export function pageOf({ files, page }: Sources): PageDocument | undefined {
	if (page === undefined) return undefined;
	const styles = Object.entries(files).filter(([path]) => path.endsWith('.css'));
	return { html: files[page] ?? '', styles: Object.fromEntries(styles) };
}
