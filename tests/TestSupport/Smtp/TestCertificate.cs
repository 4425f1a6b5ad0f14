using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Champions.TestSupport.Smtp;

/// <summary>A certificate for this machine that nobody else trusts, made anew for each test run.</summary>
public static class TestCertificate
{
    public static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(7));
        // The key must live in the certificate for the server side of TLS
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}
