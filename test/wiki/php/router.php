<?php
/**
 * Router of PHP's built-in server: /wiki/TITLE and /w/*.php as on Wikimedia's wikis, files below /w/ as they are.
 *
 * What load.php says may be kept for weeks is kept here, as by the caches before Wikimedia's wikis: its address has the
 * version of all that is in it, and each test's browser is a new one that asks for everything.
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

if ( $testWikiScript === 'load.php' && isset( $_GET['version'] ) ) {
	$testWikiKept = "$testWikiDir/load/" .
		md5( $_SERVER['REQUEST_URI'] . ' ' . ( $_SERVER['HTTP_ACCEPT_ENCODING'] ?? '' ) );
	$testWikiAnswer = @file_get_contents( $testWikiKept );
	if ( $testWikiAnswer !== false ) {
		[ $testWikiHeaders, $testWikiBody ] = unserialize( $testWikiAnswer );
		array_map( 'header', [ ...$testWikiHeaders, 'Age: 0' ] );
		echo $testWikiBody;
		return true;
	}
	ob_start( static function ( string $body, int $phase ) use ( $testWikiKept ): string {
		$headers = headers_list();
		$isWhole = $phase === ( PHP_OUTPUT_HANDLER_START | PHP_OUTPUT_HANDLER_FINAL );
		if ( $isWhole && http_response_code() === 200 && preg_grep( '/^Cache-Control:.*max-age=2592000/i', $headers ) ) {
			@mkdir( dirname( $testWikiKept ) );
			file_put_contents( "$testWikiKept." . getmypid(), serialize( [ $headers, $body ] ) );
			rename( "$testWikiKept." . getmypid(), $testWikiKept );
		}
		return $body;
	} );
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
