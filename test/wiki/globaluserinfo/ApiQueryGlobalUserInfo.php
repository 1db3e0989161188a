<?php

use MediaWiki\MediaWikiServices;
use MediaWiki\ParamValidator\TypeDef\UserDef;
use Wikimedia\ParamValidator\ParamValidator;

/**
 * Replaces CentralAuth's meta=globaluserinfo, with the recorded responses in the JSON files of this folder.
 *
 * The wiki's state/globalAccounts.json maps an account's name to one of
 * - { "record": "SysopAbroad" }: that response with the account's own name and ids and, on this wiki, local groups
 * - { "globaluserinfo": { … } }: exactly this
 * - { "error": "code" }: the API error with that code
 * and each may have "delayMs". Other names get the record of their name verbatim, or are missing.
 */
class ApiQueryGlobalUserInfo extends ApiQueryBase {
	public function __construct( $query, $moduleName ) {
		parent::__construct( $query, $moduleName, 'gui' );
	}

	public function execute() {
		$params = $this->extractRequestParams();
		$name = $params['user'] ?? $this->getUser()->getName();
		$entry = $this->readMap()[$name] ?? null;
		if ( isset( $entry['delayMs'] ) ) {
			usleep( 1000 * (int)$entry['delayMs'] );
		}
		if ( isset( $entry['error'] ) ) {
			$this->dieWithError( [ 'rawmessage', 'A test asked for this error' ], $entry['error'] );
		}
		$answer = $entry['globaluserinfo'] ?? $this->answerFromRecord( $name, $entry['record'] ?? null );
		foreach ( array_diff( [ 'groups', 'merged', 'editcount' ], $params['prop'] ?? [] ) as $unwanted ) {
			unset( $answer[$unwanted] );
		}
		$result = $this->getResult();
		$result->addValue( 'query', $this->getModuleName(), $this->withTagNames( $answer ) );
	}

	private function answerFromRecord( string $name, ?string $record ): array {
		$recorded = $this->readRecord( $record ?? $name );
		$isAsRecorded = $record === null || ( $recorded['name'] ?? null ) === $name;
		return $isAsRecorded || isset( $recorded['missing'] ) ? $recorded : $this->adapt( $recorded, $name );
	}

	private function readRecord( string $record ): array {
		$file = __DIR__ . "/$record.json";
		if ( !preg_match( '/^[A-Za-z]+$/', $record ) || !is_file( $file ) ) {
			return [ 'missing' => true ];
		}
		return json_decode( file_get_contents( $file ), true )['query']['globaluserinfo'];
	}

	private function readMap(): array {
		global $wgSQLiteDataDir;
		$file = dirname( $wgSQLiteDataDir ) . '/globalAccounts.json';
		return is_file( $file ) ? json_decode( file_get_contents( $file ), true ) : [];
	}

	private function adapt( array $recorded, string $name ): array {
		$services = MediaWikiServices::getInstance();
		$user = $services->getUserFactory()->newFromName( $name );
		$id = $user ? $user->getId() : 0;
		$recorded['name'] = $name;
		$recorded['id'] = 100000 + $id;
		foreach ( $recorded['merged'] as &$merged ) {
			if ( $id === 0 || $merged['wiki'] !== $this->getConfig()->get( 'DBname' ) ) {
				continue;
			}
			$merged['id'] = $id;
			$merged['editcount'] = (int)$user->getEditCount();
			$merged['registration'] = wfTimestamp( TS_ISO_8601, $user->getRegistration() );
			$groups = $services->getUserGroupManager()->getUserGroups( $user );
			unset( $merged['groups'] );
			if ( $groups ) {
				$merged['groups'] = array_values( $groups );
			}
		}
		unset( $merged );
		$recorded['editcount'] = array_sum( array_column( $recorded['merged'], 'editcount' ) );
		return $recorded;
	}

	/** ApiResult requires tag names for lists in XML. */
	private function withTagNames( array $answer ): array {
		if ( isset( $answer['groups'] ) ) {
			ApiResult::setIndexedTagName( $answer['groups'], 'g' );
		}
		foreach ( $answer['merged'] ?? [] as $index => $merged ) {
			if ( isset( $merged['groups'] ) ) {
				ApiResult::setIndexedTagName( $answer['merged'][$index]['groups'], 'group' );
			}
		}
		if ( isset( $answer['merged'] ) ) {
			ApiResult::setIndexedTagName( $answer['merged'], 'account' );
		}
		return $answer;
	}

	protected function getAllowedParams() {
		return [
			'user' => [
				ParamValidator::PARAM_TYPE => 'user',
				UserDef::PARAM_ALLOWED_USER_TYPES => [ 'name', 'ip' ],
			],
			'id' => [ ParamValidator::PARAM_TYPE => 'integer' ],
			'prop' => [
				ParamValidator::PARAM_TYPE => [ 'groups', 'rights', 'merged', 'unattached', 'editcount' ],
				ParamValidator::PARAM_ISMULTI => true,
			],
		];
	}
}
