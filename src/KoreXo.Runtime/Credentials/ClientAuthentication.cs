namespace KoreXo;

/// <summary>How an OAuth client authenticates at the token endpoint (RFC 6749, 2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary>With the Authorization header, scheme Basic; every server must support it.</summary>
    BasicHeader,

    /// <summary>With the form fields client_id and client_secret in the body.</summary>
    RequestBody,
}
