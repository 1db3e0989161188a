<?php
/**
 * Router of PHP's built-in server: /wiki/TITLE and /w/*.php as on Wikimedia's wikis, static files below /w/.
 *
 * Caches long-lived load.php responses, like the caches of Wikimedia's wikis: their URL contains the version of the
 * content, and each test's browser starts with an empty cache.
 *
 * Each request holds a shared lock. A snapshot or restore takes it exclusively: it waits for running requests and
 * delays new ones. Then APCu's entries are dropped.
 */
$testWikiDir = dirname( getenv( 'MW_CONFIG_FILE' ) );
$testWikiPath = rawurldecode( explode( '?', $_SERVER['REQUEST_URI'], 2 )[0] );
$testWikiInstallation = getenv( 'MW_INSTALL_PATH' );
// Identifies the wiki to the process that started the server, in case another one has the port.
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

// A constant, so that the file stays open for the whole request.
define( 'TEST_WIKI_LOCK', fopen( "$testWikiDir/lock", 'c' ) );
flock( TEST_WIKI_LOCK, LOCK_SH );
if ( function_exists( 'apcu_fetch' ) ) {
	$testWikiGeneration = (string)@file_get_contents( "$testWikiDir/generation" );
	if ( apcu_fetch( 'testWikiGeneration' ) !== $testWikiGeneration ) {
		// Except the hashes of MediaWiki's own files, which are slow to compute and independent of the state.
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
