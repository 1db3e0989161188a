<?php
/**
 * Reads a JSON array of accounts (`TestAccount` in test/wiki/account.ts) from stdin, creates or updates them, and
 * prints a JSON object from name to user id.
 */
use MediaWiki\MediaWikiServices;

require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

class CreateTestAccounts extends Maintenance {
	public function execute() {
		$accounts = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		$ids = [];
		foreach ( $accounts as $account ) {
			$ids[$account['name']] = $this->create( $account );
		}
		// MediaWiki may have printed warnings on stdout before.
		echo "\n" . json_encode( (object)$ids, JSON_UNESCAPED_UNICODE );
	}

	private function create( array $account ): int {
		$services = MediaWikiServices::getInstance();
		$user = $services->getUserFactory()->newFromName( $account['name'] );
		if ( !$user ) {
			$this->fatalError( "not a valid user name: {$account['name']}" );
		}
		if ( $user->isAnon() ) {
			$status = $user->addToDatabase();
			if ( !$status->isOK() ) {
				$this->fatalError( "cannot create {$account['name']}: $status" );
			}
		}
		$passwords = $services->getPasswordFactory();
		$dbw = $this->getDB( DB_PRIMARY );
		$email = array_key_exists( 'email', $account ) ? $account['email'] : $this->emailOf( $user->getId() );
		$fields = [
			'user_password' => $passwords->newFromPlaintext( $account['password'] )->toString(),
			'user_email' => $email ?? '',
			'user_email_authenticated' => $email !== null && ( $account['emailConfirmed'] ?? true ) ?
				$dbw->timestamp( '20200101000000' ) : null,
			'user_editcount' => $account['editCount'] ?? $user->getEditCount() ?? 0,
		];
		if ( isset( $account['registered'] ) ) {
			$fields['user_registration'] = $dbw->timestamp( $account['registered'] );
		}
		$dbw->update( 'user', $fields, [ 'user_id' => $user->getId() ], __METHOD__ );

		foreach ( $account['groups'] ?? [] as $group ) {
			$membership = is_array( $group ) ? $group : [ 'group' => $group, 'expiry' => null ];
			$expiry = $membership['expiry'] === null ? null : wfTimestamp( TS_MW, $membership['expiry'] );
			$services->getUserGroupManager()->addUserToGroup( $user, $membership['group'], $expiry, true );
		}
		foreach ( $account['botPasswords'] ?? [] as $botPassword ) {
			$this->addBotPassword( $user, $botPassword, $passwords->newFromPlaintext( $botPassword['password'] ) );
		}
		$user->invalidateCache();
		return $user->getId();
	}

	/** Not derived from the account's name, which may contain any characters. */
	private function emailOf( int $id ): string {
		return "user$id@example.org";
	}

	private function addBotPassword( $user, array $data, $password ): void {
		$existing = BotPassword::newFromUser( $user, $data['appId'] );
		if ( $existing ) {
			$existing->delete();
		}
		$botPassword = BotPassword::newUnsaved( [
			'user' => $user,
			'appId' => $data['appId'],
			'grants' => $data['grants'],
		] );
		if ( !$botPassword || !$botPassword->save( 'insert', $password )->isOK() ) {
			$this->fatalError( "cannot save the bot password {$data['appId']} of {$user->getName()}" );
		}
	}
}

$maintClass = CreateTestAccounts::class;
require_once RUN_MAINTENANCE_IF_MAIN;
