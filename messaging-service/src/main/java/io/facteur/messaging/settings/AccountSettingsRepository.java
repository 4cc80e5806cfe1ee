package io.facteur.messaging.settings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts by serviceName. */
@ApplicationScoped
public class AccountSettingsRepository implements PanacheRepositoryBase<AccountSettings, String> {}
