<?php
/**
 * Settings of every test wiki. The LocalSettings.php of a running copy sets
 * $testWiki = [ 'dir' => its folder, 'port' => its port, 'l10nDir' => shared folder of compiled messages ]
 * and then requires this file.
 */

// Read instead of included: opcache compares timestamps in whole seconds, and tests change it faster.
$testWikiSettings = (string)@file_get_contents( $testWiki['dir'] . '/settings.php' );
/** Set to false in a wiki's own settings for a wiki without CentralAuth. */
$testWikiCentralAuth = true;

// As on Meta-Wiki, whose name is in CentralAuth's recorded responses.
$wgDBname = 'metawiki';
$wgSitename = 'Meta';
$wgMetaNamespace = 'Meta';
$wgLanguageCode = 'en';
$wgServer = 'http://127.0.0.1:' . $testWiki['port'];
$wgCanonicalServer = $wgServer;
$wgScriptPath = '/w';
$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
// Browsers share cookies between ports; concurrent wikis must not share a session.
$wgCookiePrefix = 'metawiki' . $testWiki['port'];
// A snapshot and its cached pages may come from another port.
$wgRenderHashAppend = '!' . $testWiki['port'];
$wgSecretKey = str_repeat( '0123456789abcdef', 4 );
$wgAuthenticationTokenVersion = '1';

$wgDBtype = 'sqlite';
$wgSQLiteDataDir = $testWiki['dir'] . '/state/sqlite';
$testWikiDatabase = static fn ( string $name, string $trxMode ): array => [
	'type' => 'sqlite',
	'dbname' => $name,
	'tablePrefix' => '',
	// Durability does not matter for a test wiki.
	'variables' => [ 'synchronous' => 'OFF' ],
	'dbDirectory' => $wgSQLiteDataDir,
	'trxMode' => $trxMode,
	'flags' => 0,
];
$wgDBservers = [ [ 'load' => 1, 'flags' => DBO_DEFAULT ] + $testWikiDatabase( $wgDBname, 'IMMEDIATE' ) ];
$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class,
	'loggroup' => 'SQLBagOStuff',
	'server' => $testWikiDatabase( 'wikicache', 'IMMEDIATE' ),
];
$wgObjectCaches['db-replicated'] = [
	'factory' => 'Wikimedia\ObjectFactory\ObjectFactory::getObjectFromSpec',
	'args' => [ [ 'factory' => 'ObjectCache::getInstance', 'args' => [ CACHE_DB ] ] ],
];
$wgJobTypeConf['default'] = [
	'class' => 'JobQueueDB',
	'claimTTL' => 3600,
	'server' => $testWikiDatabase( "{$wgDBname}_jobqueue", 'IMMEDIATE' ),
];
$wgResourceLoaderUseObjectCacheForDeps = true;
// In the database, so that maintenance scripts, all workers and snapshots see the same cache.
$wgMainCacheType = CACHE_DB;
$wgSessionCacheType = CACHE_DB;
$wgParserCacheType = CACHE_DB;
$wgMessageCacheType = CACHE_DB;

$wgUploadDirectory = $testWiki['dir'] . '/images';
$wgTmpDirectory = $testWiki['dir'] . '/tmp';
$wgEnableUploads = false;
$wgPingback = false;
$wgShowExceptionDetails = true;
$wgLocaltimezone = 'UTC';

// Finish updates before the response, so that tests need no waiting.
$wgForceDeferredUpdatesPreSend = true;
// Jobs would run after the response and race with the next request, so they wait for `wiki.runJobs()`. A demo may
// prefer `$wgJobRunRate = 1;` in its own settings.
$wgJobRunRate = 0;
$wgRunJobsAsync = false;

$wgNamespacesWithSubpages[NS_MAIN] = true;
$wgNamespacesWithSubpages[NS_TEMPLATE] = true;
$wgAllowUserJs = false;
$wgAllowUserCss = false;
if ( version_compare( MW_VERSION, '1.40', '<' ) ) {
	// 1.39 rejects ES2015 and later in gadgets.
	$wgResourceLoaderValidateJS = false;
}

$wgEnableEmail = true;
$wgEnableUserEmail = true;
$wgEmailAuthentication = true;
$wgEnotifUserTalk = false;
$wgEnotifWatchlist = false;
$wgPasswordSender = 'wiki@example.org';
$wgEmergencyContact = 'wiki@example.org';
$wgHooks['AlternateUserMailer'][] = static function ( $headers, $to, $from, $subject, $body ) use ( $testWiki ) {
	$mail = [
		'to' => array_map( static fn ( $address ) => $address->address, is_array( $to ) ? $to : [ $to ] ),
		'from' => $from->address,
		'replyTo' => $headers['Reply-To'] ?? null,
		'subject' => $subject,
		'body' => is_array( $body ) ? $body['text'] : $body,
	];
	$line = json_encode( $mail, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n";
	file_put_contents( $testWiki['dir'] . '/state/mails.jsonl', $line, FILE_APPEND | LOCK_EX );
	return false;
};

// For fast account creation: a salted MD5 instead of 30,000 rounds, and any password.
$wgPasswordDefault = 'B';
$wgPasswordPolicy = [
	'policies' => [ 'default' => [ 'MinimalPasswordLength' => 1, 'MaximalPasswordLength' => 4096 ] ],
	'checks' => $wgPasswordPolicy['checks'] ?? [],
];
$wgPasswordAttemptThrottle = [];
$wgRateLimits = [];
$wgAccountCreationThrottle = [];
$wgAutoConfirmAge = 4 * 86400;

$wgGroupPermissions['bot']['noratelimit'] = true;
$wgGroupPermissions['rollbacker']['rollback'] = true;
$wgGroupPermissions['steward']['userrights'] = true;
$wgGroupPermissions['steward']['noratelimit'] = true;
$wgGroupPermissions['sysop']['abusefilter-modify'] = true;
$wgGroupPermissions['sysop']['abusefilter-modify-restricted'] = true;

foreach ( [ 'Vector', 'MinervaNeue', 'MonoBook', 'Timeless' ] as $testWikiSkin ) {
	if ( is_file( "$IP/skins/$testWikiSkin/skin.json" ) ) {
		wfLoadSkin( $testWikiSkin );
	}
}
$wgDefaultSkin = 'vector-2022';

$testWikiExtensions = [
	'Gadgets', 'ParserFunctions', 'TemplateData', 'InputBox', 'Renameuser',
	'ConfirmEdit', 'ConfirmEdit/QuestyCaptcha', 'AbuseFilter', 'SpamBlacklist', 'TitleBlacklist',
];
foreach ( $testWikiExtensions as $testWikiExtension ) {
	if ( is_file( "$IP/extensions/$testWikiExtension/extension.json" ) ) {
		wfLoadExtension( $testWikiExtension );
	}
}
// Off unless a wiki's own settings say, for example, `$wgCaptchaTriggers['create'] = true;`.
foreach ( [ 'edit', 'create', 'sendemail', 'addurl', 'createaccount', 'badlogin', 'badloginperuser' ] as $testWikiTrigger ) {
	$wgCaptchaTriggers[$testWikiTrigger] = false;
}
$wgCaptchaClass = 'QuestyCaptcha';
$wgCaptchaQuestions = [ [ 'question' => 'Which color has the sky?', 'answer' => [ 'blue' ] ] ];
// The default fetches its list from meta.wikimedia.org.
$wgBlacklistSettings = [ 'spam' => [ 'files' => [] ], 'email' => [ 'files' => [] ] ];
// Keep filters enabled even if they match most edits of a test.
$wgAbuseFilterEmergencyDisableThreshold['default'] = 1;
$wgAbuseFilterEmergencyDisableCount['default'] = 1000000;

if ( $testWikiSettings !== '' ) {
	eval( $testWikiSettings );
}

if ( $testWikiCentralAuth ) {
	$wgAutoloadClasses['ApiQueryGlobalUserInfo'] = dirname( __DIR__ ) . '/globaluserinfo/ApiQueryGlobalUserInfo.php';
	$wgAPIMetaModules['globaluserinfo'] = 'ApiQueryGlobalUserInfo';
}

// Compiled messages are shared by all wikis with the same extensions.
$wgLocalisationCacheConf['store'] = 'files';
$wgLocalisationCacheConf['storeDirectory'] =
	$testWiki['l10nDir'] . '/' . md5( json_encode( array_keys( ExtensionRegistry::getInstance()->getQueue() ) ) );
if ( !is_dir( $wgLocalisationCacheConf['storeDirectory'] ) ) {
	@mkdir( $wgLocalisationCacheConf['storeDirectory'], 0777, true );
}
