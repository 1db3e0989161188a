<?php
/** Usage: renameUser.php OLD NEW. Renames an account as Special:RenameUser does, with its log entry. */
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

class RenameTestUser extends Maintenance {
	public function __construct() {
		parent::__construct();
		$this->addArg( 'old', 'Its name' );
		$this->addArg( 'new', 'Its new name' );
	}

	public function execute() {
		[ $old, $new ] = [ $this->getArg( 0 ), $this->getArg( 1 ) ];
		// Part of MediaWiki from 1.40 on.
		$class = class_exists( 'MediaWiki\RenameUser\RenameuserSQL' ) ?
			'MediaWiki\RenameUser\RenameuserSQL' : 'MediaWiki\Extension\Renameuser\RenameuserSQL';
		$performer = User::newFromName( 'WikiAdmin' );
		$id = User::idFromName( $old );
		$renaming = new $class( $old, $new, $id, $performer, [ 'reason' => 'test' ] );
		if ( !$renaming->rename() ) {
			$this->fatalError( "cannot rename $old" );
		}
	}
}

$maintClass = RenameTestUser::class;
require_once RUN_MAINTENANCE_IF_MAIN;
