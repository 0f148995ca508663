/** The content policy of a taken-home file: it reaches nothing outside of itself. */

/**
 * A project may be someone else's program, which at home has no frame around it. Scripts stand in the file, so that they are allowed
 * there; libraries make functions of text, and workers, pictures and sounds of data that the file holds.
 */
const HOME_POLICY = [
	"default-src 'none'",
	"script-src 'unsafe-inline' 'unsafe-eval' blob:",
	'worker-src blob:',
	'img-src data: blob:',
	'media-src data: blob:',
	'font-src data: blob:',
	"style-src 'unsafe-inline'",
	'connect-src data: blob:',
	"base-uri 'none'",
	"form-action 'none'"
].join('; ');

export const HOME_POLICY_META = `<meta http-equiv="Content-Security-Policy" content="${HOME_POLICY}">`;
