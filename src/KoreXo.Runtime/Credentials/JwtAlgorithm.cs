namespace KoreXo;

/// <summary>How a token is signed; it must match the algorithm chosen for the app on the platform.</summary>
public enum JwtAlgorithm
{
    /// <summary>HMAC with SHA-256; the key is the client secret, of at least 32 bytes.</summary>
    HS256,

    /// <summary>HMAC with SHA-512; the key is the client secret, of at least 64 bytes.</summary>
    HS512,

    /// <summary>RSA with SHA-256; the key is a private key of at least 2048 bits, whose public key the platform knows.</summary>
    RS256,

    /// <summary>RSA with SHA-512; the key is a private key of at least 2048 bits, whose public key the platform knows.</summary>
    RS512,
}
