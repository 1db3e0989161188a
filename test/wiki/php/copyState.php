<?php
/**
 * Usage: php copyState.php WIKI_FOLDER FROM TO
 * Replaces the folder TO by a copy of FROM while no request runs (see router.php).
 */
[ , $wikiDir, $from, $to ] = $argv;

function copyFolder( string $from, string $to ): void {
	mkdir( $to, 0777, true );
	foreach ( array_diff( scandir( $from ), [ '.', '..' ] ) as $name ) {
		if ( is_dir( "$from/$name" ) ) {
			copyFolder( "$from/$name", "$to/$name" );
		} elseif ( !copy( "$from/$name", "$to/$name" ) ) {
			exit( 1 );
		}
	}
}

function removeFolder( string $folder ): void {
	if ( !is_dir( $folder ) ) {
		return;
	}
	foreach ( array_diff( scandir( $folder ), [ '.', '..' ] ) as $name ) {
		is_dir( "$folder/$name" ) ? removeFolder( "$folder/$name" ) : unlink( "$folder/$name" );
	}
	rmdir( $folder );
}

$lock = fopen( "$wikiDir/lock", 'c' );
flock( $lock, LOCK_EX );
$fresh = "$to.new" . getmypid();
$old = "$to.old" . getmypid();
copyFolder( $from, $fresh );
if ( is_dir( $to ) ) {
	rename( $to, $old );
}
rename( $fresh, $to );
file_put_contents( "$wikiDir/generation", bin2hex( random_bytes( 8 ) ) );
flock( $lock, LOCK_UN );
removeFolder( $old );
