export const messageCompileOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url' as const, 'baseLocale' as const],
	urlPatterns: [
		{
			pattern: '/:path(.*)?',
			localized: [['fr', '/fr/:path(.*)?'] as [string, string], ['en', '/en/:path(.*)?'] as [string, string]]
		}
	]
};
