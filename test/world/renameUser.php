<?php
/** Usage: renameUser.php OLD NEW REASON. Renames an account as Special:RenameUser does, without moving its pages. */
use MediaWiki\MediaWikiServices;

require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

class RenameWorldUser extends Maintenance {
	public function __construct() {
		parent::__construct();
		$this->addArg( 'old', 'Its name' );
		$this->addArg( 'new', 'Its new name' );
		$this->addArg( 'reason', 'For the log' );
	}

	public function execute() {
		[ $old, $new, $reason ] = [ $this->getArg( 0 ), $this->getArg( 1 ), $this->getArg( 2 ) ];
		// Part of MediaWiki from 1.40 on.
		$class = class_exists( 'MediaWiki\RenameUser\RenameuserSQL' ) ?
			'MediaWiki\RenameUser\RenameuserSQL' : 'MediaWiki\Extension\Renameuser\RenameuserSQL';
		$users = MediaWikiServices::getInstance()->getUserFactory();
		$id = $users->newFromName( $old )->getId();
		$renaming = new $class( $old, $new, $id, $users->newFromName( 'WikiAdmin' ), [ 'reason' => $reason ] );
		if ( !$renaming->rename() ) {
			$this->fatalError( "cannot rename $old" );
		}
	}
}

$maintClass = RenameWorldUser::class;
require_once RUN_MAINTENANCE_IF_MAIN;
