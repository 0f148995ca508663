/** The page that is shown instead of a challenge with problems. */

/** The policy allows only Vite's client, which reloads the page when a file has changed. */
export const CONTENT_PROBLEMS_PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'unsafe-inline'",
	"connect-src 'self' ws:",
	"frame-ancestors 'none'"
].join('; ');

/** Returns the page with the problems. All lines are written as text, because an author's file is not trusted. */
export function renderContentProblemsPage(name: string, lines: readonly string[]): string {
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>${escapeHtml(name)}</title>
		<script type="module" src="/@vite/client"></script>
		<style>
			body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; color: #2b2320; background: #fbf7f0 }
			li { margin: 0.6rem 0; font-family: ui-monospace, monospace; font-size: 1rem; overflow-wrap: anywhere }
		</style>
	</head>
	<body>
		<h1>${escapeHtml(name)}</h1>
		<p>${lines.length === 1 ? 'One thing is' : `${lines.length} things are`} to mend first. Save the file, and this page shows the challenge again.</p>
		<ol>
			${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n\t\t\t')}
		</ol>
	</body>
</html>
`;
}

const HTML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}
