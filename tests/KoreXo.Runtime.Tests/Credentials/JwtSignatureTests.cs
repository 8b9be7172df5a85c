using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo.Runtime.Tests;

/// <summary>Signatures beside those of the standard and of the library that is no longer asked for them.</summary>
public sealed class JwtSignatureTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Claims = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    [Fact]
    public void HS256_signs_the_example_of_RFC_7515_as_it_says()
    {
        var key = JwtReader.Bytes("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
        var signer = JwtSigner.Create(key, JwtAlgorithm.HS256, nameof(key));

        // Appendix A.1
        Assert.Equal("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", signer.Signature($"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{Claims}"));
    }

    [Fact]
    public void RS256_signs_the_example_of_RFC_7515_as_it_says()
    {
        using var rsa = RSA.Create(ExampleKey());
        var signer = JwtSigner.Create(rsa, JwtAlgorithm.RS256, fingerprint: [], nameof(rsa));

        // Appendix A.2
        Assert.Equal(
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9"
                + "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB"
                + "_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"
                + "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
            signer.Signature($"eyJhbGciOiJSUzI1NiJ9.{Claims}")
        );
    }

    [Theory]
    [InlineData(JwtAlgorithm.HS256, SecurityAlgorithms.HmacSha256)]
    [InlineData(JwtAlgorithm.HS512, SecurityAlgorithms.HmacSha512)]
    [InlineData(JwtAlgorithm.RS256, SecurityAlgorithms.RsaSha256)]
    [InlineData(JwtAlgorithm.RS512, SecurityAlgorithms.RsaSha512)]
    public async Task A_token_is_the_one_that_the_library_creates(JwtAlgorithm algorithm, string name)
    {
        using var rsa = RSA.Create(2048);
        var isRsa = algorithm is JwtAlgorithm.RS256 or JwtAlgorithm.RS512;
        var credential = isRsa ? new JwtCredential("cs-1 \"ä\"", rsa, algorithm) : new JwtCredential("cs-1 \"ä\"", Secret, algorithm);
        SecurityKey key = isRsa ? new RsaSecurityKey(rsa) : new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret));

        var token = await credential.TokenAsync(CancellationToken.None);

        var claims = Encoding.UTF8.GetString(JwtReader.Bytes(token.Split('.')[1]));
        var library = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        Assert.Equal(library.CreateToken(claims, new SigningCredentials(key, name)), token);
    }

    private static RSAParameters ExampleKey() =>
        new()
        {
            Exponent = JwtReader.Bytes("AQAB"),
            Modulus = JwtReader.Bytes(
                "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR"
                    + "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB"
                    + "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"
                    + "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
            ),
            D = JwtReader.Bytes(
                "Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46su"
                    + "i395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4"
                    + "qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB"
                    + "4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ"
            ),
            P = JwtReader.Bytes(
                "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8"
                    + "cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc"
            ),
            Q = JwtReader.Bytes(
                "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t"
                    + "62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc"
            ),
            DP = JwtReader.Bytes(
                "BwKfV3Akq5_MFZDFZCnW-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCj"
                    + "n12Sk3vmAktV2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0"
            ),
            DQ = JwtReader.Bytes(
                "h_96-mK1R_7glhsum81dZxjTnYynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnw"
                    + "gjMd2w9cjz3_-kyNlxAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU"
            ),
            InverseQ = JwtReader.Bytes(
                "IYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd-DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd_QJQ3ydy5cY7YIBi87w93"
                    + "IKLEdfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp_gh6A5603k2-ZQwVK0JKSHuLFkuQ3U"
            ),
        };
}
