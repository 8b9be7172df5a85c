namespace KoreXo.Runtime;

/// <summary>Creates a credential from its configuration section.</summary>
internal static class CredentialBinder
{
    private const string ClientId = "ClientId";
    private const string ClientSecret = "ClientSecret";
    private const string ApiKey = "ApiKey";
    private const string BearerToken = "BearerToken";
    private const string UserName = "UserName";
    private const string Password = "Password";
    private const string EncryptionKey = "EncryptionKey";
    private const string EncryptionKeyWrap = "EncryptionKeyWrap";
    private const string TokenEndpoint = "TokenEndpoint";

    /// <summary>Gets the names of all settings that a credential may have; which of them are read depends on the others.</summary>
    public static readonly string[] Names =
    [
        ClientId,
        ClientSecret,
        ApiKey,
        BearerToken,
        UserName,
        Password,
        EncryptionKey,
        EncryptionKeyWrap,
        TokenEndpoint,
        nameof(ClientCredentialsCredential.ClientAuthentication),
        nameof(ClientCredentialsCredential.Scopes),
        nameof(JwtCredential.Algorithm),
        nameof(JwtCredential.ClaimName),
        nameof(JwtCredential.EnforceJti),
        nameof(JwtCredential.Lifetime),
        nameof(JwtCredential.ClockSkew),
    ];

    public static KoreXoCredential? Bind(SettingReader settings)
    {
        var (secret, key, bearer) = (settings.Text(ClientSecret), settings.Text(ApiKey), settings.Text(BearerToken));
        var user = settings.Text(UserName);
        var given = (secret is null ? 0 : 1) + (key is null ? 0 : 1) + (bearer is null ? 0 : 1) + (user is null ? 0 : 1);
        try
        {
            if (given == 1)
            {
                return secret is not null ? App(settings, secret)
                    : key is not null ? Key(settings, key)
                    : user is not null ? Basic(settings, user)
                    : new BearerCredential(bearer!);
            }

            settings.Fault(
                ClientSecret,
                $"must be set together with {ClientId}, or instead {ApiKey}, {BearerToken}, or {UserName} and {Password}: exactly one of the four, not {(given == 0 ? "none" : "several")}"
            );
        }
        catch (ArgumentException fault)
        {
            settings.Fault(Setting(fault.ParamName), $"is not usable: {ArgumentFault.Reason(fault)}");
        }

        return null;
    }

    private static ApiKeyCredential Key(SettingReader settings, string key) =>
        settings.Text(ClientId) is { } id ? new ApiKeyCredential(key, id) : new ApiKeyCredential(key);

    private static BasicCredential? Basic(SettingReader settings, string user)
    {
        if (settings.Text(Password) is { } password)
        {
            return new BasicCredential(user, password);
        }

        settings.Fault(Password, $"must be set together with {UserName}; it may be empty");
        return null;
    }

    /// <summary>
    /// Creates the credential of an app: one that signs its own tokens, or gets them from a token endpoint if one is configured.
    /// </summary>
    private static KoreXoCredential? App(SettingReader settings, string secret)
    {
        var id = settings.Text(ClientId);
        if (string.IsNullOrWhiteSpace(id))
        {
            settings.Fault(ClientId, "must be set");
        }

        // Created nevertheless, so that an error in the secret is reported too.
        var known = string.IsNullOrWhiteSpace(id) ? "unset" : id;
        return settings.Text(TokenEndpoint) is null ? Jwt(settings, known, secret) : OAuth(settings, known, secret);
    }

    private static ClientCredentialsCredential? OAuth(SettingReader settings, string id, string secret)
    {
        Uri? endpoint = null;
        var authentication = default(ClientAuthentication);
        IReadOnlyList<string>? scopes = null;
        settings.Address(TokenEndpoint, value => endpoint = value);
        settings.Choice<ClientAuthentication>(nameof(ClientCredentialsCredential.ClientAuthentication), value => authentication = value);
        settings.Text(
            nameof(ClientCredentialsCredential.Scopes),
            value => scopes = value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        return endpoint is null
            ? null
            : new ClientCredentialsCredential(endpoint, id, secret) { ClientAuthentication = authentication, Scopes = scopes };
    }

    private static JwtCredential Jwt(SettingReader settings, string id, string secret)
    {
        var template = new JwtSettings();
        settings.Choice<JwtAlgorithm>(nameof(JwtCredential.Algorithm), value => template.Algorithm = value);
        settings.Text(nameof(JwtCredential.ClaimName), value => template.ClaimName = value);
        settings.Flag(nameof(JwtCredential.EnforceJti), value => template.EnforceJti = value);
        settings.Time(nameof(JwtCredential.Lifetime), value => template.Lifetime = value);
        settings.Time(nameof(JwtCredential.ClockSkew), value => template.ClockSkew = value);
        settings.Choice<JwtKeyWrap>(EncryptionKeyWrap, value => template.KeyWrap = value);
        var publicKey = settings.Text(EncryptionKey);
        return new JwtCredential(id, secret, template.Algorithm)
        {
            ClaimName = template.ClaimName,
            EnforceJti = template.EnforceJti,
            Lifetime = template.Lifetime,
            ClockSkew = template.ClockSkew,
            Encryption = publicKey is null ? null : new JwtEncryption(publicKey, template.KeyWrap),
        };
    }

    private static string Setting(string? parameter) =>
        parameter switch
        {
            "clientId" => ClientId,
            "clientSecret" => ClientSecret,
            "publicKey" => EncryptionKey,
            "key" => ApiKey,
            "token" => BearerToken,
            "tokenEndpoint" => TokenEndpoint,
            "userName" => UserName,
            _ => parameter is null ? ClientSecret : char.ToUpperInvariant(parameter[0]) + parameter[1..],
        };

    private sealed class JwtSettings
    {
        public JwtAlgorithm Algorithm { get; set; }

        public string ClaimName { get; set; } = "appId";

        public bool EnforceJti { get; set; }

        public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

        public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

        public JwtKeyWrap KeyWrap { get; set; }
    }
}
