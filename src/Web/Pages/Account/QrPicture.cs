using System.Text;
using QRCoder;

namespace Champions.Web.Pages.Account;

/// <summary>A picture that a phone's camera reads.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 5;

    /// <summary>Address of the picture itself, for an image tag: nothing is fetched and no other page can ask for it.</summary>
    public static string AddressOf(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(PixelsPerModule)))}";
    }
}
