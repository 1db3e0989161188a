/** The protocols, besides http and https, that MediaWiki links by themselves ($wgUrlProtocols), for use in a RegExp. */
export const otherProtocols =
	'bitcoin|ftps?|geo|git|gopher|ircs?|magnet|mailto|matrix|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp';
