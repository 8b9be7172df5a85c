namespace KoreXo;

/// <summary>How the key of an encrypted token is encrypted.</summary>
public enum JwtKeyWrap
{
    /// <summary>RSA-OAEP with SHA-1, as the standard specifies; for this use, the hash is not a weakness.</summary>
    RsaOaep,

    /// <summary>RSA1_5 (PKCS #1 v1.5), for servers that support nothing else.</summary>
    Rsa15,
}
