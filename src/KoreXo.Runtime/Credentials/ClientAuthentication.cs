namespace KoreXo;

/// <summary>How an OAuth client proves who it is at the token endpoint (RFC 6749, 2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary>By the Authorization header, scheme Basic; every server must support it.</summary>
    BasicHeader,

    /// <summary>By the form fields client_id and client_secret in the body.</summary>
    RequestBody,
}
