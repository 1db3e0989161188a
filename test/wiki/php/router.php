<?php
/**
 * Router of PHP's built-in server: /wiki/TITLE and /w/*.php as on Wikimedia's wikis, files below /w/ as they are.
 *
 * Each request holds a shared lock until it is over. A snapshot or restore takes the lock for itself: it waits for
 * running requests and holds back new ones. After it, what APCu remembers is forgotten.
 */
$testWikiDir = dirname( getenv( 'MW_CONFIG_FILE' ) );
$testWikiPath = rawurldecode( explode( '?', $_SERVER['REQUEST_URI'], 2 )[0] );
$testWikiInstallation = getenv( 'MW_INSTALL_PATH' );
// By this the one who started the server knows that it is not another one on the same port.
header( 'X-Test-Wiki: ' . basename( $testWikiDir ) );

if ( preg_match( '!^/w/([a-z_]+\.php)(/.*)?$!s', $testWikiPath, $testWikiMatch ) ) {
	$testWikiScript = $testWikiMatch[1];
} elseif ( $testWikiPath === '/' || strncmp( $testWikiPath, '/wiki/', 6 ) === 0 ) {
	$testWikiScript = 'index.php';
} else {
	$testWikiScript = null;
}

if ( $testWikiScript === null && is_file( $_SERVER['DOCUMENT_ROOT'] . $testWikiPath ) ) {
	return false;
}
if ( $testWikiScript === null || !is_file( "$testWikiInstallation/$testWikiScript" ) ) {
	http_response_code( 404 );
	echo 'Not found';
	return true;
}

// A constant, so that it stays open for as long as the request lasts.
define( 'TEST_WIKI_LOCK', fopen( "$testWikiDir/lock", 'c' ) );
flock( TEST_WIKI_LOCK, LOCK_SH );
if ( function_exists( 'apcu_fetch' ) ) {
	$testWikiGeneration = (string)@file_get_contents( "$testWikiDir/generation" );
	if ( apcu_fetch( 'testWikiGeneration' ) !== $testWikiGeneration ) {
		// But for the hashes of MediaWiki's own files, which take longest and are the same in any state.
		foreach ( new APCUIterator( '/^(?!global:FileContentsHasher:)/', APC_ITER_KEY ) as $testWikiItem ) {
			apcu_delete( $testWikiItem['key'] );
		}
		apcu_store( 'testWikiGeneration', $testWikiGeneration );
	}
}

$_SERVER['SCRIPT_NAME'] = "/w/$testWikiScript";
$_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'] . ( $testWikiMatch[2] ?? '' );
$_SERVER['SCRIPT_FILENAME'] = "$testWikiInstallation/$testWikiScript";
if ( isset( $testWikiMatch[2] ) ) {
	$_SERVER['PATH_INFO'] = $testWikiMatch[2];
}
chdir( $testWikiInstallation );
require "$testWikiInstallation/$testWikiScript";
return true;
